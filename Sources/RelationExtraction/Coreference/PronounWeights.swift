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

    /// "he", "him", "his", "she", "her", "hers".
    static let person = PronounWeights(
        none: 0.11, margin: 0.1,
        [
            .sameSentence: 0.67, .twoBefore: -0.72, .threeBefore: -0.66, .nearest: 1, .secondNearest: 0.42,
            .fourthOrFarther:
                -0.46, .behind: -0.33, .subjectHere: 0.87, .objectHere: 0.09, .obliqueHere: -0.13, .possessiveHere: 0.12,
            .modifierHere: -0.36, .appositionHere: 0.81, .otherHere: -0.65, .subjectBefore: 0.08, .obliqueBefore: -0.35,
            .possessiveBefore: 0.09, .modifierBefore: -0.41, .appositionBefore: -0.68, .otherBefore: -0.06,
            .subjectToSubject:
                0.77, .subjectToObject: 0.06, .subjectToPossessive: 0.26, .objectToSubject: 0.5, .objectToPossessive: -0.39,
            .obliqueToSubject: -0.11, .obliqueToObject: -0.21, .obliqueToPossessive: -0.14, .possessiveToSubject: 0.35,
            .possessiveToObject: -0.28, .possessiveToPossessive: 0.15, .modifierToSubject: 0.06, .modifierToObject: -0.47,
            .modifierToPossessive: -0.36, .appositionToObject: 0.5, .appositionToPossessive: -0.38, .subjectOfPossessive: 0.66,
            .subjectOfSpeech: -0.99, .subjectOfControl: -0.37, .objectOfSpeech: 0.32, .objectAbove: 0.53, .objectOfControl: -0.38,
            .nounAbove: 1.36, .sameClause: -0.34, .coordinateSubject: -0.19, .genderKnown: 0.35, .genderUnknown: 0.06,
            .nameInAToHer: 0.56, .nameInAToHim: 0.87, .otherNameToHer: -0.66, .otherNameToHim: -0.24, .lastWasPronoun: 0.4,
            .lastWasDescription: -0.58, .namedOnce: -0.11, .namedOften: 0.19, .mostNamed: 0.44, .isOther: -0.94,
            .isDefiniteOther:
                -0.49, .isIndefiniteOther: 0.5, .isConjunct: -1.61, .mainSubject: 0.28, .mainSubjectToMainSubject: 0.7,
            .nestedSubject: -0.19, .firstNamed: 0.19, .farHere: -0.55, .veryNearHere: 0.3, .subjectTwice: 0.59,
            .onlyPerson:
                -0.09, .otherSpeech: -0.42,
        ])

    /// "It", "its".
    static let thing = PronounWeights(
        none: 0.79, margin: 0.2,
        [
            .sentenceBefore: -0.75, .nearest: 0.63, .secondNearest: 0.1, .fourthOrFarther: -0.25, .subjectHere: 0.6,
            .objectHere:
                0.3, .obliqueHere: -0.67, .possessiveHere: 0.59, .modifierHere: -0.34, .appositionHere: -0.15, .otherHere: -0.31,
            .subjectBefore: 0.11, .objectBefore: 0.05, .obliqueBefore: -0.25, .possessiveBefore: 0.2, .modifierBefore: -0.43,
            .appositionBefore: -0.45, .otherBefore: -0.18, .subjectToSubject: 0.23, .subjectToObject: -0.87,
            .subjectToPossessive:
                1.35, .objectToSubject: 0.16, .objectToObject: -0.31, .objectToPossessive: 0.52, .obliqueToSubject: -0.28,
            .obliqueToObject: -1.03, .obliqueToPossessive: 0.44, .possessiveToSubject: -0.37, .possessiveToObject: 0.77,
            .possessiveToPossessive: 0.4, .modifierToSubject: -0.37, .modifierToObject: -0.99, .modifierToPossessive: 0.61,
            .appositionToSubject: -0.3, .appositionToObject: -0.22, .appositionToPossessive: -0.08, .subjectOfPossessive: 0.47,
            .subjectAbove: 0.56, .subjectOfControl: 0.42, .objectOfSpeech: 0.14, .objectAbove: 0.88, .objectOfControl: 0.73,
            .nounAbove: -0.26, .sameClause: -0.09, .coordinateSubject: 1.41, .lastWasPronoun: 1.11, .lastWasDescription: -0.07,
            .namedOnce: -0.4, .namedOften: 0.36, .isOther: -0.78, .isDefiniteOther: 0.75, .isIndefiniteOther: 0.49,
            .isConjunct:
                -1.04, .mainSubject: 0.48, .mainSubjectToMainSubject: 1.07, .nestedSubject: -0.36, .isAgent: 0.91, .farHere: -0.48,
            .veryNearHere: -0.08, .subjectTwice: 1, .onlyPerson: -0.19, .isCountry: -0.47, .isPlace: 0.43, .otherSpeech: -0.1,
        ])

    /// "They", "their".
    static let many = PronounWeights(
        none: 0.33, margin: 1,
        [
            .sameSentence: 0.42, .sentenceBefore: -0.73, .nearest: 0.51, .secondNearest: 0.15, .fourthOrFarther: -0.15,
            .subjectHere: 0.74, .obliqueHere: -0.58, .possessiveHere: 0.76, .modifierHere: -0.33, .otherHere: -0.21,
            .subjectBefore: 0.28, .objectBefore: -0.07, .obliqueBefore: -0.27, .possessiveBefore: 0.49, .modifierBefore: 0.34,
            .appositionBefore: -0.11, .otherBefore: -1.39, .subjectToSubject: 0.38, .subjectToObject: 0.3,
            .subjectToPossessive:
                0.34, .objectToSubject: -0.44, .objectToObject: 0.75, .objectToPossessive: -0.34, .obliqueToObject: -0.69,
            .obliqueToPossessive: -0.2, .possessiveToSubject: -0.09, .possessiveToObject: 0.08, .possessiveToPossessive: 1.26,
            .modifierToSubject: -0.23, .modifierToObject: 0.87, .modifierToPossessive: -0.63, .appositionToPossessive: -0.11,
            .subjectOfPossessive: 0.66, .subjectOfSpeech: 0.3, .subjectAbove: 0.91, .subjectOfControl: 1.09,
            .objectOfSpeech:
                0.21, .objectAbove: 0.69, .objectOfControl: 1.24, .nounAbove: 0.86, .sameClause: 1.26, .coordinateSubject: 1.31,
            .lastWasPronoun: 0.32, .lastWasDescription: -1.03, .namedOnce: -0.55, .namedOften: 0.24, .mostNamed: -0.38,
            .isOther:
                -0.09, .isDefiniteOther: 0.14, .isIndefiniteOther: 1.96, .isConjunct: -0.88, .mainSubject: 0.45,
            .mainSubjectToMainSubject: 1.43, .nestedSubject: -0.18, .isAgent: 0.23, .farHere: -0.58, .veryNearHere: -0.39,
            .subjectTwice: -1.41, .onlyPerson: -0.14, .isOrganization: -0.37, .isCountry: 0.13, .isPluralOther: -0.09,
            .otherSpeech: -0.18,
        ])
}
