import Foundation
import Testing

/// Questions put to a store on the command line.
@Suite struct QuestionTests {
    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func queriesAnswerAsTableGraphCSVAndPicture() throws {
        try MainJobTests.withStore { program in
            let pattern = "(p:person {name: \"boluarte\"})-[r:head_of]->(c) WHERE r.date >= 2026-01-05 RETURN p, r, c"
            let table = try program.run("query", pattern, "--format", "table", "-o", "q.svg")
            #expect(table.code == 0 && table.output.contains("Dina Boluarte") && table.output.contains("Peru"), "\(table)")
            #expect(try Data(contentsOf: program.folder.appending(path: "q.svg")).count > 300)
            let csv = try program.run("query", pattern, "--format", "csv").output
            #expect(csv.hasPrefix("p,p.id,p.type,r,r.status,"), "\(csv)")
            let graph = try Self.object(program.run("query", pattern, "--format", "json").output)
            #expect(graph["format"] as? String == "entitygraph/1")
            #expect((graph["relations"] as? [[String: Any]])?.map { $0["type"] as? String } == ["head_of"])
            #expect((graph["rows"] as? [[String: Any]])?.first?["c"] as? String == "country/PE")
            let past = try program.run("query", pattern, "--format", "csv", "--as-of", "2026-01-01")
            #expect(past.output.split(separator: "\r\n").count == 1, "\(past.output)")
        }
    }

    @Test func aWrongQueryIsPointedAt() throws {
        try MainJobTests.withStore { program in
            let outcome = try program.run("query", "(p)-[:expeled]->(c)")
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("column 7") && outcome.errors.contains("did you mean 'expelled'?"), "\(outcome.errors)")
            #expect(outcome.errors.contains("\n        ^^^^^^^\n"), "\(outcome.errors)")
            let unknown = try program.run("query", "(p {name: \"Quartz Xylophone\"})")
            #expect(unknown.code == 1 && unknown.errors.contains("^^^^"), "\(unknown.errors)")
        }
    }
}
