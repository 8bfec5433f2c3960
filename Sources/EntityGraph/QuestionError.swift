public import GraphModel

/// A question that cannot be answered as it was put.
public enum QuestionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No entity of the store is called so, or nearly so.
    case unknownName(String, store: String)
    /// Both names mean the same entity.
    case sameEntity(String, String, String)
    /// Nothing links these two, or nothing of this type.
    case noEdge(String, RelationType.ID?, String)
    /// The ontology has no such relation type.
    case unknownRelation(String, nearest: [String])
    /// There is no standing query of this name.
    case unknownWatch(String, nearest: [String])

    public var description: String {
        switch self {
        case .unknownName(let name, let store):
            "\(store): no entity is called '\(name)', and none has a name near it; 'entitygraph list entities' shows all"
        case .sameEntity(let first, let second, let name):
            "'\(first)' and '\(second)' both mean \(name); name two different entities"
        case .noEdge(let first, let relation, let second):
            "no stored statement links \(first) and \(second)" + (relation.map { " by '\($0)'" } ?? "")
                + "; 'entitygraph who \"\(first)\"' shows what there is, and 'entitygraph explain' with a sentence tells why it gave none"
        case .unknownWatch(let name, let nearest):
            "there is no standing query '\(name)'"
                + (nearest.isEmpty ? "; 'entitygraph watch list' shows all" : "; did you mean \(nearest.map { "'\($0)'" }.joined(separator: ", "))?")
        case .unknownRelation(let name, let nearest):
            "the ontology has no relation '\(name)'"
                + (nearest.isEmpty ? "" : "; did you mean \(nearest.map { "'\($0)'" }.joined(separator: ", "))?")
        }
    }
}
