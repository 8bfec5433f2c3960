internal import GraphModel

/// Something that a pronoun may mean, and what tells for or against it.
struct PronounCandidate {
    var candidate: Salience.Candidate
    /// The head of its mention that the text gave last.
    var latest: Int
    /// What is true of the candidate and the pronoun together, each true feature once.
    var features: [PronounFeature]

    /// What sets candidates of one place in a fixed order.
    var order: Int {
        switch candidate {
        case .entity(let id): id
        case .other(let noun): -noun
        }
    }
}

/// What tells for or against an antecedent: how near it is, in which role it stands, how the clauses of both hang together.
///
/// The features are those of feature-based mention ranking (Denis and Baldridge, "Specialized Models and Ranking for Coreference
/// Resolution", 2008), read from the dependency tree. Each is worth the weight that `PronounWeights` gives it.
enum PronounFeature: String, CaseIterable {
    // Where the last mention stands.
    case sameSentence, sentenceBefore, twoBefore, threeBefore
    case nearest, secondNearest, fourthOrFarther
    case behind

    // The role of the last mention, in the pronoun's own sentence and in one before.
    case subjectHere, objectHere, obliqueHere, possessiveHere, modifierHere, appositionHere, otherHere
    case subjectBefore, objectBefore, obliqueBefore, possessiveBefore, modifierBefore, appositionBefore, otherBefore

    // Roles of both.
    case subjectToSubject, subjectToObject, subjectToPossessive, objectToSubject, objectToObject, objectToPossessive
    case obliqueToSubject, obliqueToObject, obliqueToPossessive, possessiveToSubject, possessiveToObject, possessiveToPossessive
    case modifierToSubject, modifierToObject, modifierToPossessive, appositionToSubject, appositionToObject, appositionToPossessive

    // How the clauses hang together.
    /// "Smith lost his wallet".
    case subjectOfPossessive
    /// "Smith said that he ...".
    case subjectOfSpeech
    /// "Smith left when he ...".
    case subjectAbove
    /// "Smith promised to sell his house".
    case subjectOfControl
    /// "Smith told Jones that he ...".
    case objectOfSpeech
    /// "Smith met Jones after he ...".
    case objectAbove
    /// "Smith asked Jones to sell his house".
    case objectOfControl
    /// "Jones, who said that he ...".
    case nounAbove
    /// "Smith met Jones and left his hat": both within one clause, neither a subject.
    case sameClause
    /// "Smith left and he ...".
    case coordinateSubject

    // What it is.
    case genderKnown, genderUnknown
    /// A full name of unknown gender that ends in "a" or does not, and what the pronoun is.
    case nameInAToHer, nameInAToHim, otherNameToHer, otherNameToHim
    case lastWasPronoun, lastWasDescription
    case namedOnce, namedOften, mostNamed
    case isOther, isDefiniteOther, isIndefiniteOther, isProperOther
    case isConjunct
    case mainSubject, mainSubjectToMainSubject, nestedSubject
    case firstNamed
    case isAgent
    case farHere, veryNearHere
    case subjectTwice
    case onlyPerson
    case isOrganization, isCountry, isPlace, isPluralOther
    case otherSpeech
}
