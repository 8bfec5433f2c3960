import Foundation
import Testing

/// What an author of ontologies and gazetteers does on the command line.
@Suite struct AuthoringTests {
    static let ontology = """
        version: mine-1
        off: [captured]
        relations:
          outdone:
            family: talk
            kind: event
            domain: any
            range: any
            patterns: |
              {A} outflank {B}
              + France outflanked Iran. => France > Iran
              - France praised Iran.
        """

    @Test func aSentenceIsExplainedWithOnesOwnOntology() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.ontology, to: "mine.yaml")
            let outcome = try program.run("explain", "France outflanked Iran.", "--ontology", "mine.yaml")
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
            #expect(outcome.output.contains("France -outdone-> Iran  asserted") && outcome.output.contains("mine.yaml:10"))
            let piped = try program.run("explain", "-", "--format", "json", "--ontology", "mine.yaml", input: "Iran was outflanked by France.\n")
            #expect(piped.code == 0 && piped.output.contains("\"outdone\""))
        }
    }

    @Test func patternsAreCheckedByTheirExamples() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.ontology, to: "mine.yaml")
            let fine = try program.run("explain", "--check-patterns", "--ontology", "mine.yaml")
            #expect(fine.code == 0 && fine.output.contains("all is well"), "\(fine.output)\(fine.errors)")
            try program.write(Self.ontology.replacing("France > Iran\n", with: "Iran > France\n"), to: "bad.yaml")
            let bad = try program.run("explain", "--check-patterns", "--ontology", "bad.yaml")
            #expect(bad.code == 1 && bad.output.contains("bad.yaml:11") && bad.output.contains("found France > Iran"), "\(bad.output)")
        }
    }

    @Test func mistakesInOnesOwnFilesAreNamedWithTheirLine() throws {
        try Program.inTemporaryFolder { program in
            try program.write(Self.ontology.replacing("{A} outflank {B}", with: "{A} outflank {C}"), to: "mine.yaml")
            let pattern = try program.run("explain", "France left.", "--ontology", "mine.yaml")
            #expect(pattern.code == 1 && pattern.errors.hasPrefix("entitygraph: mine.yaml:10: {C} is none of {A}, {B}"), "\(pattern.errors)")
            try program.write("name,type\nCalder,persn\n", to: "mine.csv")
            let gazetteer = try program.run("extract", "-", "--gazetteer", "mine.csv", input: "Calder left.")
            #expect(gazetteer.code == 1 && gazetteer.errors.hasPrefix("entitygraph: mine.csv:2: type 'persn' of 'Calder'"), "\(gazetteer.errors)")
        }
    }

    @Test func aGazetteerWorksInEveryCommandThatReads() throws {
        try Program.inTemporaryFolder { program in
            try program.write("name,type,aliases\nUna Kerrigan,person,The Fox\n", to: "mine.csv")
            try program.write("date 2024-03-14\nNews\n\nFrance expelled The Fox on Monday.\n", to: "a.txt")
            let extracted = try program.run("extract", "a.txt", "--quiet", "--gazetteer", "mine.csv")
            #expect(extracted.output.contains("\"name\": \"Una Kerrigan\""))
            let inspected = try program.run("inspect", "a.txt", "--stage", "mentions", "--gazetteer", "mine.csv")
            #expect(inspected.output.contains("Una Kerrigan"))
            #expect(try program.run("build", "a.txt", "--quiet", "--gazetteer", "mine.csv").code == 0)
            let edge = try program.run("explain", "--edge", "France", "expelled", "Una Kerrigan", "--gazetteer", "mine.csv")
            #expect(
                edge.code == 0 && edge.output.contains("gazetteer of your own: mine.csv:2") && !edge.output.contains("made with"), "\(edge.output)")
            let older = try program.run("explain", "--edge", "France", "Una Kerrigan")
            #expect(older.output.contains("made with other patterns, gazetteers or options"))
        }
    }

    @Test func anEdgeThatIsNotThereAndASentenceBeyondTheEndAreSaid() throws {
        try Program.inTemporaryFolder { program in
            try program.write("date 2024-03-14\nNews\n\nFrance expelled Iran.\n", to: "a.txt")
            let beyond = try program.run("explain", "--file", "a.txt", "--sentence", "2", "--sentence", "9")
            #expect(beyond.code == 1 && beyond.errors == "entitygraph: a.txt: there is no sentence 9; the article has 2\n")
            #expect(beyond.output.hasPrefix("sentence 2: France expelled Iran."))
            #expect(try program.run("build", "a.txt", "--quiet").code == 0)
            let none = try program.run("explain", "--edge", "France", "captured", "Iran")
            #expect(none.code == 1 && none.errors.contains("no stored statement links France and Iran by 'captured'"))
        }
    }
}
