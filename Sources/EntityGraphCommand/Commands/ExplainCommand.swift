import ArgumentParser
import EntityGraph

struct ExplainCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why an edge is there, or why a sentence gave none.",
        discussion: """
            Shows of each sentence its dependency tree, who is meant by which words, the patterns that held with file and line, what decided \
            the status, the patterns that nearly held with the condition that failed, and words that no pattern has. \
            With --edge it does so for the sentences behind a stored edge; leave RELATION out for all edges between the two. \
            --check-patterns runs the example sentences of pattern files and returns 1 if one does not hold.

            EXAMPLES
              entitygraph explain "US forces captured Nicolas Maduro on Saturday."
              entitygraph explain --file article.txt --sentence 3
              entitygraph explain --ontology mine.yaml "Halden bribed the mayor of Tarn."
              entitygraph explain --edge "United States" captured "Nicolas Maduro" --store news.sqlite
              entitygraph explain --check-patterns --ontology mine.yaml
              echo "France recalled its ambassador to Mali." | entitygraph explain - --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Argument(help: ArgumentHelp("A sentence or several, or - for standard input.", valueName: "text"))
    var text: [String] = []

    @Option(help: ArgumentHelp("An article; its sentences are explained.", valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("sentence"), help: ArgumentHelp("Only this sentence of the article, counted from 1; may be repeated.", valueName: "n"),
        transform: Self.number)
    var numbers: [Int] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("A stored edge: two names, and a relation between them.", valueName: "A [RELATION] B"))
    var edge: [String] = []

    @Option(help: ArgumentHelp("With --edge: how many statements are explained at most.", valueName: "n"))
    var limit: Int = 3

    @Flag(help: "Check the patterns of --ontology (else the built-in ones): examples that fail, lines that no example tries, lines said twice.")
    var checkPatterns = false

    @Flag(help: "Also patterns of which several conditions failed.")
    var all = false

    @Option(help: "table or json (default: table).")
    var format: Format = .table

    @Option(help: ArgumentHelp("The store that --edge asks.", valueName: "file"))
    var store: String = "entitygraph.sqlite"

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var pipeline: PipelineOptions

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number > 0 else { throw ValidationError("'\(text)' is no number of a sentence; they count from 1") }
        return number
    }

    func validate() throws {
        let ways = [!text.isEmpty, file != nil, !edge.isEmpty, checkPatterns].count { $0 }
        guard ways == 1 else {
            throw ValidationError(
                ways == 0
                    ? "nothing to explain; give a sentence, --file with an article, --edge with two names, or --check-patterns"
                    : "give one of these: a sentence, --file, --edge, --check-patterns")
        }
        if !edge.isEmpty, edge.count != 2 && edge.count != 3 {
            throw ValidationError("--edge takes two names, or a name, a relation and a name; put names of several words in quotes")
        }
        if !text.isEmpty, !text.contains(where: { $0.contains { !$0.isWhitespace } }) {
            throw ValidationError("the sentence is empty; give one in quotes, or - for standard input")
        }
        if !numbers.isEmpty, file == nil { throw ValidationError("--sentence goes with --file") }
        if limit < 1 { throw ValidationError("--limit \(limit): give a number from 1") }
    }

    func perform() async throws -> Int32 {
        if !edge.isEmpty { return try explainEdge() }
        let builder = try GraphBuilder(pipeline.configuration)
        if checkPatterns {
            let check = builder.checkPatterns()
            Terminal.write(check.report.text(as: format == .json ? .json : .table, width: Terminal.width))
            return check.failures == 0 ? 0 : 1
        }
        guard let file else {
            let text = text == ["-"] ? try Explanation.standardInput() : text.joined(separator: " ")
            write(builder.explanation(ofText: text, published: reading.date))
            return 0
        }
        var failures = 0
        for article in builder.articles(at: [file], undated: reading.date) {
            switch article {
            case .success(let document):
                let explanation = builder.explanation(of: document, sentences: numbers.isEmpty ? nil : Set(numbers.map { $0 - 1 }))
                for number in numbers where number > explanation.sentenceCount {
                    failures += 1
                    Terminal.say("entitygraph: \(file): there is no sentence \(number); the article has \(explanation.sentenceCount)")
                }
                write(explanation)
            case .failure(let error):
                failures += 1
                Terminal.say("entitygraph: \(error)")
            }
        }
        return failures == 0 ? 0 : 1
    }

    private func explainEdge() throws -> Int32 {
        let configuration = pipeline.configuration
        let stored = try StoredGraph(openingAt: store, ontology: Ontology.load(configuration))
        let builder = try GraphBuilder(configuration)
        let explanation = try stored.explanation(
            ofEdgeFrom: edge[0], edge.count == 3 ? edge[1] : nil, to: edge[edge.count - 1], with: builder, limit: limit)
        if !reading.quiet { explanation.notes.forEach(Terminal.say) }
        Terminal.write(format == .json ? explanation.json : explanation.text(allMisses: all, width: Terminal.width))
        return 0
    }

    private func write(_ explanation: Explanation) {
        Terminal.write(format == .json ? explanation.json : explanation.text(allMisses: all, width: Terminal.width))
    }
}
