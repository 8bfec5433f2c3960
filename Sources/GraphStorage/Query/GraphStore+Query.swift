internal import class GRDB.Database
public import GraphModel

/// What a query found in a store.
public struct QueryAnswer: Hashable, Sendable {
    public var result: QueryResult
    /// How many articles were left out of a dated question because they have no date.
    public var undatedDocuments: Int

    public init(result: QueryResult, undatedDocuments: Int) {
        self.result = result
        self.undatedDocuments = undatedDocuments
    }
}

extension GraphStore {
    /// What a query finds in the part of the graph that a filter admits: equal to `KnowledgeGraph.answer(to:)` of the filtered graph.
    /// - Parameters:
    ///   - query: with entities for its names, see `GraphQuery.named(_:)`.
    ///   - includingTexts: whether the result's documents hold their texts and passages, and its entities their mentions.
    ///   - includingMatches: whether the result's graph holds all that the rows stand for; else, where a row stands for several matches,
    ///     only what the rows name.
    public func answer(
        to query: GraphQuery, _ filter: GraphFilter = GraphFilter(), includingTexts: Bool = false, includingMatches: Bool = true
    ) throws -> QueryAnswer {
        try read { database in
            try FoldingFunction.register(in: database)
            let reader = GraphReader(database: database, ontology: ontology)
            let types = try SQLStatement(database, "SELECT name, id FROM relation_type").map { ($0.text(0), $0.id(1)) }
            let compiler = QueryCompiler(
                query, filter: filter, relationTypes: Dictionary(uniqueKeysWithValues: types), ontology: ontology)
            var elements = MatchedElements()
            let sql = compiler.rows
            try StateEndFunction.register(in: database, for: sql, reader, filter)
            let rows = try SQLStatement(database, sql.text).map(binding: sql.values) { row in
                var cells = QueryRow(row: row, elements: elements)
                let values = try (query.columns ?? []).map { try cells.value(of: $0.output) }
                if !query.isGrouped {
                    for _ in query.nodes { _ = try cells.value(of: .node(0)) }
                    for _ in query.edges { _ = try cells.value(of: .edge(0)) }
                }
                elements = cells.elements
                return values
            }
            if query.isGrouped, includingMatches {
                let sql = compiler.groupedElements
                try StateEndFunction.register(in: database, for: sql, reader, filter)
                _ = try SQLStatement(database, sql.text).map(binding: sql.values) { row in
                    for index in query.nodes.indices { elements.entities.insert(row.id(Int32(index))) }
                    for index in query.edges.indices { elements.relations.insert(row.id(Int32(query.nodes.count + index))) }
                }
            }
            let graph = try reader.graph(of: elements, filter: filter, includingTexts: includingTexts)
            return QueryAnswer(
                result: QueryResult(rows: rows, graph: graph), undatedDocuments: filter.isDated ? try reader.undatedDocuments() : 0)
        }
    }
}

/// The rows of the entities and relations of matches.
struct MatchedElements {
    var entities: Set<Int64> = []
    var relations: Set<Int64> = []
}

/// Reads the columns of `QueryCompiler.rows` from left to right.
private struct QueryRow {
    let row: SQLRow
    var elements: MatchedElements
    private var column: Int32 = 0

    init(row: SQLRow, elements: MatchedElements) {
        self.row = row
        self.elements = elements
    }

    mutating func value(of output: GraphQuery.Output) throws -> QueryValue {
        defer { column += output.width }
        switch output {
        case .node:
            elements.entities.insert(row.id(column))
            return .entity(row.text(column + 1))
        case .edge:
            elements.relations.insert(row.id(column))
            return .relation(
                Relation.Key(
                    subject: row.text(column + 1), type: row.text(column + 2), object: row.text(column + 3), status: try row.status(column + 4)))
        case .count, .countOf: return .number(Double(row.integer(column)))
        case .property(let property):
            if row.isNull(column) { return .none }
            switch property.kind {
            case .text: return .text(row.text(column))
            case .number: return .number(row.real(column))
            case .date: return try row.date(column).map(QueryValue.date) ?? .none
            }
        }
    }
}

extension GraphQuery.Output {
    /// How many columns of SQL it takes.
    fileprivate var width: Int32 {
        switch self {
        case .node: 2
        case .edge: 5
        case .property, .count, .countOf: 1
        }
    }
}

extension GraphReader {
    /// These entities and relations as the filter lets them be told, with the documents that the relations cite.
    /// - Parameter includingTexts: whether documents hold their texts and entities their mentions.
    func graph(of elements: MatchedElements, filter: GraphFilter, includingTexts: Bool) throws -> KnowledgeGraph {
        let relationReader = try RelationReader(self, filter: filter)
        let rows = try relationReader.rows(of: elements.relations)
        let relations = try relationReader.narrowed(rows, keeping: elements.entities).map(\.relation).sorted { $0.key < $1.key }
        let cited = Set(relations.lazy.flatMap { $0.statements.lazy.map(\.document) })
        let entities = try entities(elements.entities).map(\.entity)
        guard includingTexts else {
            let documents = relationReader.documents.filter { cited.contains($0.id) }.sorted { $0.precedes($1) }
            return KnowledgeGraph(documents: documents, entities: entities.sorted { $0.id < $1.id }, relations: relations)
        }
        let contents = try contents(
            Scope(extractions: try extractions(of: cited), relations: [], mentionsOf: elements.entities, includesTexts: true))
        var graph = KnowledgeGraph(
            documents: contents.documents, entities: entities, mentions: contents.mentions, statements: [], ontology: ontology)
        graph.relations = relations
        return graph
    }
}
