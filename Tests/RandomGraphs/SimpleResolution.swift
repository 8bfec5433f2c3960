public import GraphModel

/// Entity resolution as simple as can be: things of one type and last word are one.
public enum SimpleResolution {
    /// What local entities must share to be one thing.
    public static func key(of entity: LocalEntity) -> String {
        "\(entity.type.rawValue)/\(entity.name.split(separator: " ").last.map(String.init) ?? entity.name)"
    }

    /// The entity that all local entities of one key are.
    public static func merge(_ group: [LocalEntity], id: Entity.ID) -> Entity {
        let names = Set(group.map(\.name)), aliases = Set(group.flatMap(\.aliases)).union(names)
        let name = names.min { ($1.utf8.count, $0) < ($0.utf8.count, $1) } ?? ""
        let identifiers = group.reduce(into: [String: String]()) { all, entity in
            all.merge(entity.identifiers) { min($0, $1) }
        }
        return Entity(
            id: id, type: group[0].type, name: name, aliases: aliases.subtracting([name]).sorted(), identifiers: identifiers,
            isNominal: group.allSatisfy(\.isNominal))
    }

    /// The graph that articles tell with entities resolved so.
    public static func graph(of articles: [ExtractedDocument], includingTexts: Bool = false) -> KnowledgeGraph {
        let latest = Dictionary(articles.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { max($0, $1) })
        let articles = latest.values.sorted().map { articles[$0] }
        let groups = Dictionary(grouping: articles.flatMap(\.entities), by: key)
        return KnowledgeGraph(
            assembling: articles, entities: groups.map { merge($1, id: $0) }, mapping: articles.map { $0.entities.map(key) },
            ontology: RandomArticles.ontology, includingTexts: includingTexts)
    }
}
