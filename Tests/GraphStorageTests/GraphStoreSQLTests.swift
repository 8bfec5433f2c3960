import Foundation
import GraphModel
import GraphStorage
import RandomGraphs
import Testing

/// Plain SQL reads what is there, through views, and changes nothing.
@Suite struct GraphStoreSQLTests {
    private func stored() throws -> (store: GraphStore, graph: KnowledgeGraph, folder: TemporaryFolder) {
        var random = RandomArticles(seed: 5)
        let articles = random.articles(120), folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: articles)
        return (store, SimpleResolution.graph(of: articles), folder)
    }

    @Test func everyViewHasItsColumns() throws {
        let (store, _, folder) = try stored()
        for view in GraphStore.views { #expect(try store.select("SELECT * FROM \(view.name)").columns == view.columns) }
        withExtendedLifetime(folder) {}
    }

    @Test func theViewsHoldTheGraph() throws {
        let (store, graph, folder) = try stored()
        let relations = try store.select("SELECT subject, type, object, status, sources, statements FROM relations").rows
        #expect(
            Set(relations)
                == Set(
                    graph.relations.map { relation in
                        [
                            .text(relation.subject), .text(relation.type), .text(relation.object), .text(relation.status.rawValue),
                            .integer(Int64(relation.sources)), .integer(Int64(relation.statements.count)),
                        ]
                    }))
        let statements = try store.select("SELECT subject, date, until, article, text, trigger, title FROM statements").rows
        func text(_ text: String?) -> SQLTable.Cell { text.map(SQLTable.Cell.text) ?? .null }
        let expected = graph.relations.flatMap(\.statements).map { statement in
            [
                .text(statement.subject), text(statement.date?.description), text(statement.until?.description), .text(statement.document),
                .text(statement.evidence.text), .text(statement.evidence.trigger), text(statement.qualifiers.title),
            ]
        }
        #expect(Set(statements) == Set(expected))
        #expect(graph.relations.contains { $0.statements.contains { $0.endedBy != nil } }, "an event ended a state")
        let mentions = graph.entities.flatMap { entity in
            entity.mentions.map { mention -> [SQLTable.Cell] in
                [
                    .text(entity.id), .text(mention.document), .integer(Int64(mention.span.start)), .integer(Int64(mention.span.end)),
                    .text(mention.kind.rawValue),
                ]
            }
        }
        let found = try store.select("SELECT * FROM mentions").rows
        #expect(Set(found) == Set(mentions) && found.count == mentions.count)
        withExtendedLifetime(folder) {}
    }

    @Test(
        "refuses whatever is no SELECT",
        arguments: [
            "DELETE FROM entity", "UPDATE document SET title = 'x'", "DROP TABLE entity", "ATTACH '/tmp/other.sqlite' AS other",
            "PRAGMA user_version = 7", "PRAGMA query_only = 0", "CREATE TEMP TABLE t (a)", "VACUUM INTO '/tmp/copy.sqlite'", "BEGIN IMMEDIATE",
            "INSERT INTO entity_name_words (entity_name_words) VALUES ('rebuild')", "SELECT load_extension('x')",
        ])
    func refuses(sql: String) throws {
        let (store, _, folder) = try stored()
        let before = try Data(contentsOf: URL(filePath: store.path))
        #expect(throws: QueryError.self) { try store.select(sql) }
        #expect(try Data(contentsOf: URL(filePath: store.path)) == before)
        withExtendedLifetime(folder) {}
    }

    @Test(
        "points at what is wrong",
        arguments: [
            ("SELECT * FROM relation_s", "did you mean 'relations'?", 15), ("SELECT subjct FROM relations", "did you mean 'subject'?", 8),
            ("SELEC 1", "syntax error", 1), ("SELECT 1; SELECT 2", "one statement at a time", 10), ("", "there is no statement", 1),
        ])
    func mistakes(sql: String, message: String, column: Int) throws {
        let (store, _, folder) = try stored()
        #expect {
            try store.select(sql)
        } throws: { error in
            guard let error = error as? QueryError else { return false }
            return error.message.contains(message) && error.column == column
        }
        withExtendedLifetime(folder) {}
    }
}
