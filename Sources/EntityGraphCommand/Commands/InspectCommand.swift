public import ArgumentParser
public import EntityGraph

struct InspectCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "What each stage saw in an article.",
        discussion: """
            With --format conllu the tokens and the syntax come in CoNLL-U (universaldependencies.org/format.html). With --pretokenized \
            FILE is CoNLL-U itself, and its tokens and sentences are kept. With --plain FILE is text and nothing else: no headline, no \
            date, no furniture around it.

            EXAMPLES
              entitygraph inspect article.txt --stage names
              entitygraph inspect article.txt --stage syntax --format conllu > article.conllu
              entitygraph inspect --pretokenized corpus.conllu --stage syntax --format conllu
              entitygraph inspect article.txt --stage relations
              entitygraph inspect article.txt --stage syntax --format svg --sentence 2 > sentence.svg
              echo "Maduro was flown to New York." | entitygraph inspect --plain - --stage syntax
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json, csv, conllu, svg }

    @Argument(help: "An article, or - for standard input.")
    var file: String

    @Option(help: "tokens, syntax, names, mentions, relations or confidence.")
    var stage: Inspection.Stage = .relations

    @Option(help: "table, json, csv, conllu or svg (default: table).")
    var format: Format = .table

    @Flag(help: "FILE is CoNLL-U; its tokens and sentences are kept.")
    var pretokenized = false

    @Flag(help: "FILE is text, or JSONL of texts, without headline, date line and furniture; blank lines part its paragraphs.")
    var plain = false

    @Option(help: ArgumentHelp("The sentence that --format svg draws, from 1 (default: all).", valueName: "number"))
    var sentence: Int?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var pipeline: PipelineOptions

    func validate() throws {
        if plain, pretokenized {
            throw ValidationError("--plain and --pretokenized exclude each other: FILE is either text or CoNLL-U")
        }
        if format == .svg, stage != .syntax {
            throw ValidationError("--format svg goes with --stage syntax; the other stages come as table, json or csv")
        }
        if sentence != nil, format != .svg { throw ValidationError("--sentence goes with --format svg") }
        if format == .conllu, stage != .tokens && stage != .syntax {
            throw ValidationError("--format conllu goes with --stage tokens or syntax; the other stages come as table, json or csv")
        }
    }

    func perform() async throws -> Int32 {
        let builder = try GraphBuilder(pipeline.configuration)
        let results = Inspection(builder).run(
            on: file, as: pretokenized ? .conllu : plain ? .plainText : .articles, stage: stage, undated: reading.date)
        var (failures, sentences) = (0, 0)
        for result in results {
            switch result {
            case .success(let seen) where format == .conllu:
                Terminal.write(seen.conllu(firstSentence: sentences + 1))
                sentences += seen.sentenceCount
            case .success(let seen) where format == .svg:
                // A picture is one document of XML.
                guard sentences == 0 else {
                    Terminal.say("entitygraph: \(file) holds more than one article; only the first is drawn")
                    return 1
                }
                guard let picture = seen.svg(sentence: sentence) else {
                    Terminal.say("entitygraph: \(file) has no sentence \(sentence ?? 1); it has \(seen.sentenceCount), counted from 1")
                    return 1
                }
                Terminal.write(picture)
                sentences += seen.sentenceCount
            case .success(let seen):
                Terminal.write(seen.report.text(as: Report.Format(rawValue: format.rawValue) ?? .table, width: Terminal.width))
            case .failure(let error):
                failures += 1
                Terminal.say("entitygraph: \(error)")
            }
        }
        return failures == 0 ? 0 : 1
    }
}

extension Inspection.Stage: ExpressibleByArgument {}
