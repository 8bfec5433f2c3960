/// A personal pronoun of the third person.
struct Pronoun {
    enum Number { case singular, plural }

    var number: Number
    var gender: Gazetteer.Gender?
    var isPersonal: Bool
    var isPossessive: Bool
    var isReflexive: Bool

    init?(_ form: String) {
        switch form {
        case "he", "him": self.init(.male)
        case "his": self.init(.male, possessive: true)
        case "himself": self.init(.male, reflexive: true)
        case "she": self.init(.female)
        case "her", "hers": self.init(.female, possessive: true)
        case "herself": self.init(.female, reflexive: true)
        case "it": self.init(nil, personal: false)
        case "its": self.init(nil, personal: false, possessive: true)
        case "itself": self.init(nil, personal: false, reflexive: true)
        case "they", "them": self.init(nil, number: .plural)
        case "their", "theirs": self.init(nil, number: .plural, possessive: true)
        case "themselves": self.init(nil, number: .plural, reflexive: true)
        default: return nil
        }
    }

    private init(_ gender: Gazetteer.Gender?, number: Number = .singular, personal: Bool = true, possessive: Bool = false, reflexive: Bool = false) {
        (self.gender, self.number, isPersonal, isPossessive, isReflexive) = (gender, number, personal, possessive, reflexive)
    }

    /// Within a quotation only "he" and "she" are clear enough.
    var isSafeInSpeech: Bool { gender != nil }
}
