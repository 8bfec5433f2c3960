import Testing

/// The `inspect` command.
@Suite struct InspectTests {
    @Test func readsPlainTextWithoutLookingForHeadlinesOrFurniture() throws {
        try Program.inTemporaryFolder { program in
            try program.write("Ana Silva spoke\n\nShe didn't\nstay.\n", to: "a.txt")
            let outcome = try program.run("inspect", "a.txt", "--plain", "--stage", "tokens", "--format", "conllu")
            #expect(outcome.code == 0, "\(outcome.errors)")
            let comments = outcome.output.split(separator: "\n").filter { $0.hasPrefix("# text") || $0.hasPrefix("# role") || $0.hasPrefix("# sent") }
            #expect(
                comments == [
                    "# sent_id = 1", "# role = paragraph", "# text = Ana Silva spoke",
                    "# sent_id = 2", "# role = paragraph", "# text = She didn't stay.",
                ])
            #expect(outcome.output.contains("\n2-3\tdidn't\t"))
        }
    }

    @Test func drawsTheTreeAndTheNamesOfASentence() throws {
        try Program.inTemporaryFolder { program in
            try program.write("Ana Silva met <Juan> & Co. She left Peru.", to: "a.txt")
            let all = try program.run("inspect", "a.txt", "--plain", "--stage", "syntax", "--format", "svg")
            #expect(all.code == 0 && all.output.hasPrefix("<svg ") && all.output.hasSuffix("</svg>\n"), "\(all.errors)")
            #expect(all.output.contains(">nsubj</text>") && all.output.contains(">PER</text>") && all.output.contains("&lt;"))
            let second = try program.run("inspect", "a.txt", "--plain", "--stage", "syntax", "--format", "svg", "--sentence", "2")
            #expect(second.output.contains(">Peru</text>") && !second.output.contains(">Silva</text>"))
            let none = try program.run("inspect", "a.txt", "--plain", "--stage", "syntax", "--format", "svg", "--sentence", "9")
            #expect(none.code == 1 && none.errors.contains("no sentence 9"))
        }
    }
}
