import GraphModel

/// The Wikidata property that says what a relation says (wikidata.org, its property pages).
struct WikidataProperty: Hashable {
    /// Such as `P26`.
    var id: String
    /// Whether Wikidata's subject is the relation's object: it has a country's head of government on the country.
    var isTurned: Bool

    /// Properties whose subject is the relation's object: head of state, head of government, chief executive, chairperson, founded by,
    /// appointed by, killed by, owned by, sponsor, investor.
    private static let turned: Set<String> = ["P35", "P6", "P169", "P488", "P112", "P748", "P157", "P127", "P859", "P1951"]

    /// Of the properties that the ontology maps the relation to, the one that fits these two; nil if it maps none.
    init?(type: RelationType, subject: Entity, object: Entity, title: String?) {
        let codes = type.codes["wikidata"] ?? []
        guard let first = codes.first else { return nil }
        let words = Set((title ?? "").lowercased().split { !$0.isLetter }.map(String.init))
        func choose(_ code: String) -> String { codes.contains(code) ? code : first }
        switch Set(codes) {
        case ["P35", "P6", "P169", "P488"]:
            let isBusiness = !words.isDisjoint(with: ["ceo", "chief", "executive", "director", "boss"])
            let isState = !words.isDisjoint(with: ["president", "king", "queen", "emperor", "emir", "sultan", "monarch", "pope"])
            let isCountry = object.type == .country
            id = isCountry ? choose(isState ? "P35" : "P6") : object.type == .place ? choose("P6") : choose(isBusiness ? "P169" : "P488")
        case ["P463", "P102"]:
            id = choose(subject.type == .person && Self.isParty(object) ? "P102" : "P463")
        case ["P159", "P17"], ["P131", "P17"]:
            id = object.type == .country ? choose("P17") : first
        case ["P749", "P361"]:
            id = subject.type == .organization && object.type == .organization ? choose("P749") : choose("P361")
        default:
            id = first
        }
        isTurned = Self.turned.contains(id)
    }

    private static func isParty(_ entity: Entity) -> Bool {
        ([entity.name] + entity.aliases).contains { $0.lowercased().split(separator: " ").contains("party") }
    }
}
