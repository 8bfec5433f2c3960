/// The relation of a token to its head: the Universal Dependencies relations (universaldependencies.org/u/dep) with the
/// English subtypes that the language model knows.
public enum DependencyLabel: String, CaseIterable, Sendable, Hashable, Codable {
    case adnominalClause = "acl"
    case relativeClause = "acl:relcl"
    case adverbialClause = "advcl"
    case adverbialModifier = "advmod"
    case adjectivalModifier = "amod"
    case apposition = "appos"
    case auxiliary = "aux"
    case passiveAuxiliary = "aux:pass"
    case caseMarker = "case"
    case coordinatingConjunction = "cc"
    case clausalComplement = "ccomp"
    case compound = "compound"
    case verbParticle = "compound:prt"
    case conjunct = "conj"
    case copula = "cop"
    case clausalSubject = "csubj"
    case passiveClausalSubject = "csubj:pass"
    case unspecified = "dep"
    case determiner = "det"
    case discourse = "discourse"
    case dislocated = "dislocated"
    case expletive = "expl"
    case fixed = "fixed"
    case flat = "flat"
    case goesWith = "goeswith"
    case indirectObject = "iobj"
    case list = "list"
    case marker = "mark"
    case nominalModifier = "nmod"
    case possessive = "nmod:poss"
    case unmarkedNominalModifier = "nmod:unmarked"
    case subject = "nsubj"
    case passiveSubject = "nsubj:pass"
    case numericModifier = "nummod"
    case object = "obj"
    case oblique = "obl"
    case agent = "obl:agent"
    case unmarkedOblique = "obl:unmarked"
    case orphan = "orphan"
    case parataxis = "parataxis"
    case punctuation = "punct"
    case reparandum = "reparandum"
    case root = "root"
    case vocative = "vocative"
    case openComplement = "xcomp"

    /// The label as CoNLL-U writes it.
    public var name: String { rawValue }

    /// The label that CoNLL-U writes as `name`; an unknown subtype becomes its universal relation, an unknown relation gives nil.
    public init?(name: some StringProtocol) {
        if let exact = Self(rawValue: String(name)) {
            self = exact
        } else if let universal = Self(rawValue: String(name.prefix { $0 != ":" })) {
            self = universal
        } else {
            return nil
        }
    }
}
