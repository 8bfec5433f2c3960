import Foundation
import Testing

/// The JSON Schema of the graph, against what the program really writes.
@Suite struct SchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    private static func schema() throws -> JSONSchema {
        try JSONSchema(contentsOf: root.appending(path: "Sources/EntityGraph/Resources/schema/entitygraph-1.schema.json"))
    }

    @Test("fits extract, export and query, corrections and imports among them") func fits() throws {
        let schema = try Self.schema(), samples = Self.root.appending(path: "Samples/venezuela-2026").path
        try Program.inTemporaryFolder { program in
            let extracted = try program.run("extract", samples)
            #expect(extracted.code == 0)
            #expect(try schema.problems(in: extracted.output) == [])
            #expect(try program.run("build", samples).code == 0)
            try program.write("subject,relation,object,source,date\nChevron,owns,Citgo,Register,2025\n", to: "t.csv")
            try program.write("subject,subject_type,relation,object,quote\nEva Moe,person,works_for,Chevron,says the register\n", to: "u.csv")
            _ = try program.run("import", "t.csv", "u.csv")
            #expect(try program.run("edit", "add", "Eva Moe", "met_with", "Nicolas Maduro", "--until", "2026").code == 0)
            let exported = try program.run("export", "--format", "json")
            #expect(exported.output.contains("by-hand/") && exported.output.contains("\"rule\": \"by hand\""), "\(exported.errors)")
            #expect(try schema.problems(in: exported.output) == [])
            let queried = try program.run("query", "(a)-[r]->({name: \"Venezuela\"})", "--format", "json")
            #expect(queried.code == 0)
            #expect(try schema.problems(in: queried.output) == [])
        }
    }

    @Test(
        "notices what does not fit",
        arguments: [
            ("{}", "format is missing"), (#"{"format": "entitygraph/2", "documents": [], "entities": [], "relations": []}"#, "is not entitygraph/1"),
            (#"{"format": "entitygraph/1", "documents": [{"id": 1, "source": "", "title": ""}], "entities": [], "relations": []}"#, "is no string"),
            (#"{"format": "entitygraph/1", "documents": [], "entities": {}, "relations": []}"#, "is no array"),
            (
                #"{"format": "entitygraph/1", "documents": [{"id": "a", "source": "", "title": "", "published": "2026-13"}], "entities": [], "relations": []}"#,
                "does not match"
            ),
            (#"{"format": "entitygraph/1", "documents": [], "entities": [], "relations": [], "more": 1}"#, "more is not in the schema"),
        ])
    func notices(json: String, problem: String) throws {
        let problems = try Self.schema().problems(in: json)
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }
}
