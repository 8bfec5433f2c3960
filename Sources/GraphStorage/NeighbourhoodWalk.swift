internal import class GRDB.Database
internal import GraphModel

/// Gathers the surroundings of some entities, ring by ring.
struct NeighbourhoodWalk {
    private let reader: GraphReader
    private let filter: GraphFilter
    private let centres: Set<Int64>
    private var inside: Set<Int64>
    /// The entities of the outermost ring.
    private var edge: Set<Int64>
    private var seen: Set<Int64> = []
    private var relations: [Relation] = []

    init(reader: GraphReader, filter: GraphFilter, centres: Set<Int64>) {
        self.reader = reader
        self.filter = filter
        self.centres = centres
        inside = centres
        edge = centres
    }

    /// Leaves out the centres that no admitted article speaks of.
    mutating func findCentres() throws {
        inside = []
        for centre in centres where try !extractions(of: [centre]).isEmpty { inside.insert(centre) }
        edge = inside
    }

    /// Takes in the relations of the outermost ring and the entities that they lead to; false if there are none.
    mutating func takeStep() throws -> Bool {
        let touching = try relationsTouching(edge).subtracting(seen)
        seen.formUnion(touching)
        guard !touching.isEmpty else { return false }
        let scope = GraphReader.Scope(extractions: try extractions(citing: touching), relations: touching, mentionsOf: [])
        let contents = try reader.contents(scope)
        let known = try reader.entities(contents.entities)
        let types = Dictionary(uniqueKeysWithValues: known.map { ($0.entity.id, (row: $0.row, type: $0.entity.type)) })
        let graph = KnowledgeGraph(
            documents: contents.documents, entities: [], mentions: [:], statements: contents.statements, ontology: reader.ontology)
        let dates = Dictionary(uniqueKeysWithValues: contents.documents.map { ($0.id, $0.published) })
        edge = []
        for relation in graph.relations {
            let ends = [relation.subject, relation.object].compactMap { types[$0] }
            guard ends.count == 2, ends.allSatisfy({ centres.contains($0.row) || filter.entityTypes?.contains($0.type) ?? true }),
                let narrowed = relation.narrowed(by: filter, published: dates, ontology: reader.ontology)
            else { continue }
            relations.append(narrowed)
            for end in ends where inside.insert(end.row).inserted { edge.insert(end.row) }
        }
        return true
    }

    /// What was gathered.
    func graph(includingMentions: Bool, includingTexts: Bool) throws -> KnowledgeGraph {
        var wanted = try extractions(named: Set(relations.lazy.flatMap { $0.statements.lazy.map(\.document) }))
        if includingMentions { wanted.formUnion(try extractions(of: inside.intersection(centres))) }
        let scope = GraphReader.Scope(
            extractions: wanted, relations: [], mentionsOf: includingMentions ? inside : [], includesTexts: includingTexts)
        let contents = try reader.contents(scope)
        var graph = KnowledgeGraph(
            documents: contents.documents, entities: try reader.entities(inside).map(\.entity), mentions: contents.mentions, statements: [],
            ontology: reader.ontology)
        graph.relations = relations.sorted { $0.key < $1.key }
        return graph
    }

    private func relationsTouching(_ entities: Set<Int64>) throws -> Set<Int64> {
        let sql = """
            SELECT id FROM relation WHERE subject IN (SELECT value FROM json_each(?1))
            UNION SELECT id FROM relation WHERE object IN (SELECT value FROM json_each(?1))
            """
        return Set(try SQLStatement(reader.database, sql).map(GraphReader.list(entities)) { $0.id(0) })
    }

    /// The admitted extractions that these relations come from.
    private func extractions(citing relations: Set<Int64>) throws -> Set<Int64> {
        let sql = """
            SELECT DISTINCT x.id, d.published FROM edge e JOIN statement s ON s.id = e.statement
            JOIN extraction x ON x.id = s.extraction JOIN document d ON d.id = x.document
            WHERE e.relation IN (SELECT value FROM json_each(?))
            """
        return try admitted(sql, relations)
    }

    /// The admitted extractions that speak of these entities.
    private func extractions(of entities: Set<Int64>) throws -> Set<Int64> {
        let sql = """
            SELECT DISTINCT x.id, d.published FROM resolution r JOIN local_entity l ON l.profile = r.profile
            JOIN extraction x ON x.id = l.extraction JOIN document d ON d.id = x.document
            WHERE r.entity IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM mention m WHERE m.extraction = l.extraction AND m.entity = l.ordinal)
            """
        return try admitted(sql, entities)
    }

    private func admitted(_ sql: String, _ rows: Set<Int64>) throws -> Set<Int64> {
        Set(
            try SQLStatement(reader.database, sql).map(GraphReader.list(rows)) { filter.admits(published: try $0.date(1)) ? $0.id(0) : nil }
                .compactMap(\.self))
    }

    private func extractions(named documents: Set<Document.ID>) throws -> Set<Int64> {
        let find = "SELECT x.id FROM document d JOIN extraction x ON x.document = d.id WHERE d.name = ?"
        return Set(try documents.compactMap { name in try SQLStatement(reader.database, find).first(.key(name)) { $0.id(0) } })
    }
}
