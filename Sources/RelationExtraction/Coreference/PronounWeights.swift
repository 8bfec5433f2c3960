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
        none: -0.13, margin: 0.1,
        [
            .sameSentence: 0.87, .sentenceBefore: 0.11, .twoBefore: -0.78, .threeBefore: -0.68, .nearest: 0.77, .secondNearest: 0.25,
            .fourthOrFarther: -0.81, .behind: -0.54, .subjectHere: 0.62, .objectHere: 0.4, .obliqueHere: -0.28, .possessiveHere: 0.09,
            .modifierHere: -0.11, .appositionHere: 0.24, .otherHere: 0.17, .subjectBefore: 0.08, .objectBefore: -0.28, .obliqueBefore: -0.3,
            .possessiveBefore: 0.09, .modifierBefore: -0.67, .appositionBefore: 0.22, .otherBefore: -0.47, .subjectToSubject: 0.62,
            .subjectToPossessive: 0.12, .objectToSubject: 0.34, .objectToObject: 0.06, .objectToPossessive: -0.29, .obliqueToObject: -0.06,
            .obliqueToPossessive: -0.53, .possessiveToSubject: 0.09, .possessiveToObject: -0.07, .possessiveToPossessive: 0.16,
            .modifierToSubject: 0.06, .modifierToObject: -0.56, .modifierToPossessive: -0.26, .appositionToSubject: 0.17,
            .appositionToObject: 0.71, .appositionToPossessive: -0.43, .subjectOfPossessive: 0.77, .subjectOfSpeech: -0.49,
            .subjectAbove: 0.28, .objectOfSpeech: 0.2, .objectAbove: 0.26, .nounAbove: 0.51, .sameClause: -0.45, .coordinateSubject: 0.06,
            .genderKnown: 0.55, .genderUnknown: 0.11, .nameInAToHer: 0.84, .nameInAToHim: 0.77, .otherNameToHer: -0.9,
            .lastWasPronoun: 0.72, .lastWasDescription: -0.62, .namedOnce: -0.15, .namedOften: 0.12, .mostNamed: 0.35, .isOther: -0.96,
            .isDefiniteOther: -0.08, .isIndefiniteOther: 0.74, .isConjunct: -1.7, .mainSubject: 0.33, .mainSubjectToMainSubject: 0.61,
            .nestedSubject: -0.24, .isAgent: -0.4, .farHere: -0.75, .veryNearHere: 0.21, .subjectTwice: 0.52, .onlyPerson: -0.26,
            .otherSpeech: -0.43,
        ])

    /// "it", "its".
    static let thing = PronounWeights(
        none: 0.83, margin: 0.2,
        [
            .sameSentence: 0.07, .sentenceBefore: -0.81, .nearest: 0.62, .secondNearest: 0.11, .fourthOrFarther: -0.26, .subjectHere: 0.66,
            .objectHere: 0.33, .obliqueHere: -0.73, .possessiveHere: 0.61, .modifierHere: -0.24, .otherHere: -0.57, .subjectBefore: 0.28,
            .objectBefore: 0.34, .obliqueBefore: -0.1, .possessiveBefore: 0.39, .modifierBefore: -0.33, .appositionBefore: -0.41,
            .otherBefore: -1.12, .subjectToSubject: 0.33, .subjectToObject: -0.88, .subjectToPossessive: 1.48, .objectToSubject: 0.11,
            .objectToObject: -0.29, .objectToPossessive: 0.87, .obliqueToSubject: -0.25, .obliqueToObject: -0.89,
            .obliqueToPossessive: 0.34, .possessiveToSubject: -0.45, .possessiveToObject: 0.68, .possessiveToPossessive: 0.76,
            .modifierToSubject: -0.4, .modifierToObject: -0.95, .modifierToPossessive: 0.79, .appositionToSubject: -0.14,
            .appositionToObject: -0.27, .subjectOfPossessive: 0.46, .subjectAbove: 0.68, .subjectOfControl: 0.42, .objectOfSpeech: 0.36,
            .objectAbove: 1.02, .objectOfControl: 0.97, .sameClause: 0.12, .coordinateSubject: 0.99, .lastWasPronoun: 0.65,
            .lastWasDescription: 0.21, .namedOnce: -0.39, .namedOften: 0.23, .mostNamed: -0.17, .isOther: -0.92, .isDefiniteOther: 0.78,
            .isIndefiniteOther: 0.59, .isConjunct: -0.72, .mainSubject: 0.64, .mainSubjectToMainSubject: 0.96, .nestedSubject: -0.37,
            .isAgent: 0.81, .farHere: -0.44, .veryNearHere: -0.14, .subjectTwice: 1.01, .onlyPerson: -0.29, .isCountry: -0.59,
            .isPlace: 0.72, .otherSpeech: -0.35,
        ])

    /// "they", "them", "their", "theirs".
    static let many = PronounWeights(
        none: 0.44, margin: 1,
        [
            .sameSentence: 0.33, .sentenceBefore: -0.74, .nearest: 0.39, .secondNearest: 0.11, .fourthOrFarther: -0.29, .subjectHere: 0.91,
            .obliqueHere: -0.49, .possessiveHere: 0.62, .modifierHere: -0.65, .otherHere: -0.1, .subjectBefore: 0.3, .objectBefore: 0.11,
            .obliqueBefore: -0.22, .possessiveBefore: 0.68, .modifierBefore: -0.26, .otherBefore: -1.33, .subjectToSubject: 0.57,
            .subjectToObject: 0.11, .subjectToPossessive: 0.54, .objectToSubject: -0.26, .objectToObject: 0.68, .objectToPossessive: -0.3,
            .obliqueToSubject: 0.11, .obliqueToObject: -0.71, .obliqueToPossessive: -0.11, .possessiveToSubject: 0.09,
            .possessiveToObject: -0.11, .possessiveToPossessive: 1.32, .modifierToSubject: -0.15, .modifierToObject: -0.34,
            .modifierToPossessive: -0.41, .subjectOfPossessive: 0.72, .subjectOfSpeech: 0.36, .subjectAbove: 1.19, .subjectOfControl: 1.11,
            .objectOfSpeech: 0.74, .objectAbove: 1, .objectOfControl: 1.31, .nounAbove: 1.25, .sameClause: 1.07, .coordinateSubject: 1.53,
            .lastWasPronoun: -0.24, .lastWasDescription: -0.91, .namedOnce: -0.89, .namedOften: 0.43, .mostNamed: -0.32, .isOther: -0.1,
            .isDefiniteOther: -0.15, .isIndefiniteOther: 2.12, .isConjunct: -1.19, .mainSubject: 0.4, .mainSubjectToMainSubject: 1.47,
            .nestedSubject: -0.1, .isAgent: 0.32, .farHere: -0.85, .veryNearHere: -0.45, .subjectTwice: -1.78, .onlyPerson: 0.08,
            .isOrganization: -0.61, .isCountry: 0.27, .isPluralOther: -0.1, .otherSpeech: -0.26,
        ])
}
