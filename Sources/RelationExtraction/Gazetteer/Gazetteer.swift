internal import GraphModel

/// Words and names whose meaning does not depend on the article: countries, places, well-known organizations, titles, kinds of nouns.
///
/// A value read from text tables. Its facts resolve names; they never make an edge of the graph.
public struct Gazetteer: Sendable {
    /// What "he" or "she" tells of a person.
    public enum Gender: String, Sendable, Hashable {
        case male = "m"
        case female = "f"
    }

    struct Country: Hashable, Sendable {
        /// ISO 3166-1, two letters; `XK` for Kosovo.
        var code: String
        var name: String
    }

    struct Territory: Hashable, Sendable {
        var name: String
        /// Code of the country it belongs to; nil for what lies in several or is disputed.
        var country: String?
        /// Whether its people have a name of their own ("Hong Konger", "Texan"): then its government and police are like a country's.
        var hasPeople = false
    }

    /// How a name means a country.
    enum CountryUse: Hashable, Sendable {
        case name
        /// An adjective or a word for its people.
        case adjective
        /// Its capital; the government too, if `metonym`.
        case capital(metonym: Bool)
    }

    /// One thing that a name may mean.
    enum Sense: Hashable, Sendable {
        /// Index into `countries`.
        case country(Int, CountryUse)
        /// Index into `territories`.
        case territory(Int, isAdjective: Bool)
        /// Code of its country.
        case city(country: String)
        /// Index into `organizations`.
        case organization(Int)
    }

    /// The user's own entries, which win over all else.
    var own = OwnEntries()
    var countries: [Country] = []
    var territories: [Territory] = []
    /// Full names.
    var organizations: [String] = []
    /// By the name without accents.
    var senses: [String: [Sense]] = [:]
    /// For the first word of a name, the length in bytes of the longest name that begins with it.
    var longest: [String: Int] = [:]
    var titles: [String: Gender?] = [:]
    var offices: Set<String> = []
    /// Offices of which a country, place or organization has one.
    var topOffices: Set<String> = []
    var persons: [String: Gender?] = [:]
    var kin: [String: Gender?] = [:]
    var givenNames: [String: Gender] = [:]
    /// Word lists by the name of their rows, such as `state-bodies`.
    var words: [WordList: Set<String>] = [:]

    /// Lists of words of one kind.
    enum WordList: String, CaseIterable, Sendable {
        case organizationHeads = "organization-heads"
        case organizationSuffixes = "organization-suffixes"
        case placeHeads = "place-heads"
        case otherHeads = "other-heads"
        case neverNames = "never-names"
        case countryNouns = "country-nouns"
        case stateBodies = "state-bodies"
        case organizationNouns = "organization-nouns"
        case placeNouns = "place-nouns"
    }

    /// A gazetteer that knows nothing.
    public init() {}

    subscript(list: WordList) -> Set<String> { words[list] ?? [] }

    /// What the name may mean; empty if it is unknown.
    func senses(of name: String) -> [Sense] {
        let key = name.gazetteerKey
        if let found = senses[key] { return found }
        // Headlines in capitals: "VENEZUELA", not "IT".
        if key.utf8.count > 3, key.utf8.allSatisfy({ !(97...122).contains($0) }) { return senses[key.capitalizedWords] ?? [] }
        return []
    }

    /// The name and identifiers that articles' mentions of this country get; nil if no country is called so.
    public func countryIdentity(of name: String) -> (name: String, identifiers: [String: String])? {
        for case .country(let index, .name) in senses(of: name) { return (countries[index].name, ["iso3166-1": countries[index].code]) }
        return nil
    }

    /// The countries, by their ISO 3166-1 codes, that a place of this name may lie in: as their capital, a city or a territory.
    public func countries(ofPlace name: String) -> Set<String> {
        let codes = senses(of: name).compactMap { sense -> String? in
            switch sense {
            case .country(let index, .capital): countries[index].code
            case .city(let code): code
            case .territory(let index, false): territories[index].country
            default: nil
            }
        }
        return Set(codes)
    }

    /// The country that the name means by name or adjective.
    func country(named name: String) -> Int? {
        for case .country(let index, let use) in senses(of: name) where use == .name || use == .adjective { return index }
        return nil
    }
}

extension String {
    /// The key under which a gazetteer keeps a name.
    var gazetteerKey: String { withoutAccents }

    /// Each word with a capital first letter, the rest in lower case.
    var capitalizedWords: String {
        var output = ""
        var atStart = true
        for character in self {
            output += atStart ? character.uppercased() : character.lowercased()
            atStart = character == " " || character == "-" || character == "."
        }
        return output
    }
}
