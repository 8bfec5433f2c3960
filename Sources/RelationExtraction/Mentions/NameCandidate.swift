internal import GraphModel

/// A run of tokens that names something, on its way to becoming a mention.
struct NameCandidate {
    var tokens: Range<Int>
    /// What the language model takes it for; nil if only the gazetteer knows it.
    var label: NameType?
    /// What the gazetteer knows the name as.
    var senses: [Gazetteer.Sense] = []
    /// As the text writes it, on one line.
    var text: String
    /// What stands in quotation marks within it, and is not part of the text.
    var nickname: String?
    /// What it names, once decided; nil is nothing of the graph.
    var kind: Kind?
    /// Entries of the user's own gazetteer that bear the name; several for namesakes.
    var own: [Int] = []
    /// The one of them that is meant; nil if that is in doubt.
    var entry: Int?
    /// Words of the name that the text gives this one as a second name of ("known as", "alias", an acronym in brackets).
    var aliasOf: [String]?
    /// Whether it lies within a longer name, as "US" in "US House of Representatives".
    var isNested = false

    /// What a name names.
    enum Kind: Hashable {
        case person
        /// Index into the gazetteer's countries.
        case country(Int)
        case organization
        case place

        var type: EntityType {
            switch self {
            case .person: .person
            case .country: .country
            case .organization: .organization
            case .place: .place
            }
        }
    }

    /// Words in folded form, hyphens parted.
    var words: [String] { text.nameWords }
}

extension String {
    /// The text with every run of white space made one space.
    var onOneLine: String {
        contains(where: { $0.isNewline || $0 == "\t" }) || contains("  ") ? split(whereSeparator: \.isWhitespace).joined(separator: " ") : self
    }
}
