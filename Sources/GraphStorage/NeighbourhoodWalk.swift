internal import class GRDB.Database
internal import GraphModel

/// Gathers the surroundings of some entities, ring by ring.
struct NeighbourhoodWalk {
    private let reader: GraphReader
    private let relationReader: RelationReader
    private let filter: GraphFilter
    private let centres: Set<Int64>
    private var inside: Set<Int64>
    /// The entities of the outermost ring.
    private var edge: Set<Int64>
    private var seen: Set<Int64> = []
    private var relations: [Relation] = []

    init(reader: GraphReader, filter: GraphFilter, centres: Set<Int64>) throws {
        self.reader = reader
        relationReader = try RelationReader(reader, filter: filter)
        self.filter = filter
        self.centres = centres
        inside = centres
        edge = centres
    }

    /// Leaves out the centres that no admitted article speaks of.
    mutating func findCentres() throws {
        inside = []
        for centre in centres where try isSpokenOf(centre) { inside.insert(centre) }
        edge = inside
    }

    /// Takes in the relations of the outermost ring and the entities that they lead to; false if there are none.
    mutating func takeStep() throws -> Bool {
        let touching = try edge.sorted().flatMap(relationReader.rows).filter { seen.insert($0.id).inserted }
        guard !touching.isEmpty else { return false }
        edge = []
        for (row, relation) in try relationReader.narrowed(touching, keeping: centres) {
            relations.append(relation)
            for end in [row.subject, row.object] where inside.insert(end).inserted { edge.insert(end) }
        }
        return true
    }

    /// What was gathered.
    mutating func graph(includingMentions: Bool, includingTexts: Bool) throws -> KnowledgeGraph {
        relations.sort { $0.key < $1.key }
        let entities = try reader.entities(inside).map(\.entity)
        let cited = Set(relations.lazy.flatMap { $0.statements.lazy.map(\.document) })
        guard includingMentions || includingTexts else {
            let documents = relationReader.documents.filter { cited.contains($0.id) }
            return KnowledgeGraph(
                documents: documents.sorted { $0.precedes($1) }, entities: entities.sorted { $0.id < $1.id }, relations: relations)
        }
        var wanted = try reader.extractions(of: cited)
        if includingMentions { wanted.formUnion(try extractions(of: inside.intersection(centres))) }
        let scope = GraphReader.Scope(
            extractions: wanted, relations: [], mentionsOf: includingMentions ? inside : [], includesTexts: includingTexts)
        let contents = try reader.contents(scope)
        var graph = KnowledgeGraph(
            documents: contents.documents, entities: entities, mentions: contents.mentions, statements: [], ontology: reader.ontology)
        graph.relations = relations
        return graph
    }

    /// Whether an admitted article speaks of an entity; looks no further than the first one.
    private func isSpokenOf(_ entity: Int64) throws -> Bool {
        let sql = """
            SELECT d.published FROM resolution r JOIN local_entity l ON l.profile = r.profile JOIN extraction x ON x.id = l.extraction
            JOIN document d ON d.id = x.document WHERE r.entity = ? AND length(l.mentions) > 0
            """
        return try SQLStatement(reader.database, sql).contains(.integer(entity)) { filter.admits(published: try $0.date(0)) }
    }

    /// The admitted extractions that speak of these entities.
    private func extractions(of entities: Set<Int64>) throws -> Set<Int64> {
        let sql = """
            SELECT DISTINCT x.id, d.published FROM resolution r JOIN local_entity l ON l.profile = r.profile
            JOIN extraction x ON x.id = l.extraction JOIN document d ON d.id = x.document
            WHERE r.entity IN (SELECT value FROM json_each(?))
            AND length(l.mentions) > 0
            """
        return try admitted(sql, entities)
    }

    private func admitted(_ sql: String, _ rows: Set<Int64>) throws -> Set<Int64> {
        Set(
            try SQLStatement(reader.database, sql).map(GraphReader.list(rows)) { filter.admits(published: try $0.date(1)) ? $0.id(0) : nil }
                .compactMap(\.self))
    }
}
