public import GraphModel

/// A correction that cannot be made as it was asked for.
public enum EditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No entity is called so; ids and names of those nearest.
    case unknownEntity(String, store: String, nearest: [String])
    /// Several entities are called so; their ids.
    case ambiguous(String, [String])
    case sameEntity(String, String, String)
    /// Articles do not call the entity so; what they call it.
    case noSuchName(String, of: String, names: [String])
    /// The entity is not in this article; those that it is in.
    case noSuchArticle(Document.ID, of: String, articles: [Document.ID])
    /// A split would leave nothing of the entity.
    case nothingLeft(String)
    /// The entity is so already.
    case noChange(String)
    /// The relation is not in the graph; what is between the two.
    case noRelation(String, there: [String])
    /// The relation is there with several statuses.
    case severalStatuses(String, [Status])
    /// The ontology does not allow such a subject or object.
    case wrongType(relation: RelationType.ID, part: String, found: EntityType, allowed: [EntityType])
    case emptyName
    case endsBeforeItBegins(PartialDate, PartialDate)

    public var description: String {
        switch self {
        case .unknownEntity(let name, let store, let nearest):
            "\(store): no entity is called '\(name)'"
                + (nearest.isEmpty ? "; 'entitygraph list entities' shows all" : "; did you mean \(Self.list(nearest))?")
        case .ambiguous(let name, let ids): "'\(name)' may mean \(Self.list(ids)); give one of these ids instead"
        case .sameEntity(let first, let second, let name): "'\(first)' and '\(second)' both mean \(name); name two different entities"
        case .noSuchName(let name, let entity, let names):
            "no article calls \(entity) '\(name)' first of all; expected one of \(Self.list(Array(names.prefix(12))))"
        case .noSuchArticle(let article, let entity, let articles):
            "\(entity) is not in an article '\(article)'; it is in \(Self.list(Array(articles.prefix(12))))"
        case .nothingLeft(let entity): "nothing would be left of \(entity); name a part of it, or rename it instead"
        case .noChange(let what): "nothing to change: \(what)"
        case .noRelation(let relation, let there):
            "the graph does not hold \(relation)"
                + (there.isEmpty ? ", nor anything else between the two" : "; between the two it holds \(there.joined(separator: ", "))")
        case .severalStatuses(let relation, let statuses):
            "\(relation) is there as \(statuses.map(\.rawValue).joined(separator: " and ")); say which with --status"
        case .wrongType(let relation, let part, let found, let allowed):
            "the \(part) of '\(relation)' cannot be a \(found.rawValue); the ontology allows \(allowed.map(\.rawValue).joined(separator: ", "))"
        case .emptyName: "a name must have at least one letter or digit"
        case .endsBeforeItBegins(let date, let until): "it cannot end on \(until), before it began on \(date)"
        }
    }

    private static func list(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}
