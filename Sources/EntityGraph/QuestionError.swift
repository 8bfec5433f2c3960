/// A question that cannot be answered as it was put.
public enum QuestionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No entity of the store is called so, or nearly so.
    case unknownName(String, store: String)
    /// Both names mean the same entity.
    case sameEntity(String, String, String)
    /// The ontology has no such relation type.
    case unknownRelation(String, nearest: [String])

    public var description: String {
        switch self {
        case .unknownName(let name, let store):
            "\(store): no entity is called '\(name)', and none has a name near it; 'entitygraph list entities' shows all"
        case .sameEntity(let first, let second, let name):
            "'\(first)' and '\(second)' both mean \(name); name two different entities"
        case .unknownRelation(let name, let nearest):
            "the ontology has no relation '\(name)'"
                + (nearest.isEmpty ? "" : "; did you mean \(nearest.map { "'\($0)'" }.joined(separator: ", "))?")
        }
    }
}
