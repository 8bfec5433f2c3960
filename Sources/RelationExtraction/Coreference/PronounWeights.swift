/// What the features of antecedents are worth: weights of a log-linear ranking, found by Training/pronouns.py.
struct PronounWeights {
    /// The score of the answer that the pronoun means none of the candidates.
    let none: Double
    /// How far the best must be ahead of the next and of none.
    let margin: Double
    private let weights: [PronounFeature: Double]

    init(none: Double, margin: Double, _ weights: [PronounFeature: Double]) {
        (self.none, self.margin, self.weights) = (none, margin, weights)
    }

    func score(_ features: [PronounFeature]) -> Double { features.reduce(0) { $0 + (weights[$1] ?? 0) } }

    static func of(_ pronoun: Pronoun) -> PronounWeights {
        switch (pronoun.number, pronoun.isPersonal) {
        case (.singular, true): person
        case (.singular, false): thing
        case (.plural, _): many
        }
    }

    /// "He", "she", "him", "his", "her".
    /// "He", "she", "him", "his", "her".
    /// "He", "she", "him", "his", "her".
    /// "He", "she", "him", "his", "her".
    static let person = PronounWeights(
        none: 0.09, margin: 0.1,
        [
            .sameSentence: 0.71, .twoBefore: -0.72, .threeBefore: -0.66, .nearest: 0.94, .secondNearest: 0.39,
            .fourthOrFarther:
                -0.53, .behind: -0.27, .subjectHere: 0.79, .obliqueHere: -0.12, .possessiveHere: 0.1, .modifierHere: -0.42,
            .appositionHere: 0.83, .otherHere: -0.35, .subjectBefore: 0.14, .obliqueBefore: -0.33, .possessiveBefore: 0.07,
            .modifierBefore: -0.35, .appositionBefore: -0.67, .otherBefore: -0.25, .subjectToSubject: 0.73,
            .subjectToPossessive:
                0.29, .objectToSubject: 0.54, .objectToObject: 0.05, .objectToPossessive: -0.52, .obliqueToSubject: -0.1,
            .obliqueToObject: -0.19, .obliqueToPossessive: -0.15, .possessiveToSubject: 0.36, .possessiveToObject: -0.34,
            .possessiveToPossessive: 0.15, .modifierToObject: -0.49, .modifierToPossessive: -0.31, .appositionToObject: 0.6,
            .appositionToPossessive: -0.45, .subjectOfPossessive: 0.79, .subjectOfSpeech: -0.66, .subjectOfControl: -0.3,
            .objectOfSpeech: 0.19, .objectAbove: 0.52, .nounAbove: 1.51, .sameClause: -0.19, .genderKnown: 0.33,
            .genderUnknown:
                0.11, .nameInAToHer: 0.62, .nameInAToHim: 0.91, .otherNameToHer: -0.84, .otherNameToHim: -0.35, .lastWasPronoun: 0.5,
            .lastWasDescription: -0.32, .namedOnce: -0.09, .namedOften: 0.18, .mostNamed: 0.56, .isOther: -0.92,
            .isDefiniteOther:
                -0.4, .isIndefiniteOther: 0.48, .isConjunct: -1.52, .mainSubject: 0.32, .mainSubjectToMainSubject: 0.65,
            .nestedSubject: -0.16, .firstNamed: 0.18, .isAgent: 0.05, .farHere: -0.62, .veryNearHere: 0.25, .subjectTwice: 0.46,
            .onlyPerson: -0.07, .otherSpeech: -0.47,
        ])

    /// "It", "its".
    static let thing = PronounWeights(
        none: 0.74, margin: 0.4,
        [
            .sentenceBefore: -0.7, .nearest: 0.64, .secondNearest: 0.13, .fourthOrFarther: -0.28, .subjectHere: 0.61,
            .objectHere:
                0.3, .obliqueHere: -0.68, .possessiveHere: 0.56, .modifierHere: -0.33, .appositionHere: -0.14, .otherHere: -0.28,
            .subjectBefore: 0.09, .objectBefore: 0.08, .obliqueBefore: -0.27, .possessiveBefore: 0.28, .modifierBefore: -0.46,
            .appositionBefore: -0.45, .otherBefore: -0.1, .subjectToSubject: 0.25, .subjectToObject: -0.83,
            .subjectToPossessive:
                1.28, .objectToSubject: 0.15, .objectToObject: -0.3, .objectToPossessive: 0.54, .obliqueToSubject: -0.28,
            .obliqueToObject: -0.98, .obliqueToPossessive: 0.35, .possessiveToSubject: -0.23, .possessiveToObject: 0.76,
            .possessiveToPossessive: 0.31, .modifierToSubject: -0.38, .modifierToObject: -0.99, .modifierToPossessive: 0.59,
            .appositionToSubject: -0.3, .appositionToObject: -0.22, .appositionToPossessive: -0.08, .subjectOfPossessive: 0.51,
            .subjectOfSpeech: 0.05, .subjectAbove: 0.58, .subjectOfControl: 0.42, .objectOfSpeech: 0.15, .objectAbove: 0.92,
            .objectOfControl: 0.73, .nounAbove: -0.17, .sameClause: -0.06, .coordinateSubject: 1.47, .lastWasPronoun: 0.83,
            .lastWasDescription: 0.13, .namedOnce: -0.5, .namedOften: 0.21, .isOther: -0.89, .isDefiniteOther: 0.76,
            .isIndefiniteOther: 0.54, .isConjunct: -1.03, .mainSubject: 0.46, .mainSubjectToMainSubject: 1.18,
            .nestedSubject:
                -0.37, .isAgent: 0.91, .farHere: -0.48, .veryNearHere: -0.09, .subjectTwice: 1, .onlyPerson: -0.19,
            .isOrganization:
                0.17, .isCountry: -0.33, .isPlace: 0.36, .otherSpeech: -0.09,
        ])

    /// "They", "their".
    static let many = PronounWeights(
        none: 0.33, margin: 1,
        [
            .sameSentence: 0.42, .sentenceBefore: -0.73, .nearest: 0.5, .secondNearest: 0.15, .fourthOrFarther: -0.17,
            .subjectHere: 0.74, .obliqueHere: -0.59, .possessiveHere: 0.76, .modifierHere: -0.33, .otherHere: -0.21,
            .subjectBefore: 0.28, .objectBefore: -0.07, .obliqueBefore: -0.27, .possessiveBefore: 0.49, .modifierBefore: 0.34,
            .appositionBefore: -0.11, .otherBefore: -1.39, .subjectToSubject: 0.39, .subjectToObject: 0.3,
            .subjectToPossessive:
                0.34, .objectToSubject: -0.44, .objectToObject: 0.74, .objectToPossessive: -0.34, .obliqueToObject: -0.69,
            .obliqueToPossessive: -0.2, .possessiveToSubject: -0.09, .possessiveToObject: 0.08, .possessiveToPossessive: 1.26,
            .modifierToSubject: -0.23, .modifierToObject: 0.87, .modifierToPossessive: -0.63, .appositionToPossessive: -0.11,
            .subjectOfPossessive: 0.66, .subjectOfSpeech: 0.3, .subjectAbove: 0.92, .subjectOfControl: 1.08,
            .objectOfSpeech:
                0.22, .objectAbove: 0.69, .objectOfControl: 1.25, .nounAbove: 0.86, .sameClause: 1.26, .coordinateSubject: 1.32,
            .lastWasPronoun: 0.31, .lastWasDescription: -1.02, .namedOnce: -0.55, .namedOften: 0.24, .mostNamed: -0.38,
            .isOther:
                -0.09, .isDefiniteOther: 0.13, .isIndefiniteOther: 1.96, .isConjunct: -0.92, .mainSubject: 0.45,
            .mainSubjectToMainSubject: 1.36, .nestedSubject: -0.17, .isAgent: 0.23, .farHere: -0.58, .veryNearHere: -0.38,
            .subjectTwice: -1.41, .onlyPerson: -0.11, .isOrganization: -0.36, .isCountry: 0.13, .isPluralOther: -0.09,
            .otherSpeech: -0.18,
        ])
}
