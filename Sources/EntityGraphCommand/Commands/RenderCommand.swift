import ArgumentParser
import EntityGraph

struct RenderCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "A picture of the stored graph.",
        discussion: """
            The format follows the suffix of the output: .svg, .png, .pdf or .dot. A large graph is cut to its best connected part; the \
            picture says so.

            EXAMPLES
              entitygraph render -o graph.svg
              entitygraph render --as-of 2026-01-05 -o then.png
              entitygraph render --focus "Delcy Rodriguez" --depth 2 -o rodriguez.pdf
              entitygraph render --relation captured --relation indicted -o law.svg
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The picture: .svg, .png, .pdf or .dot.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Draw only this entity and what is near it; may be repeated.", valueName: "name"))
    var focus: [String] = []

    @Option(help: ArgumentHelp("How many hops around --focus are near.", valueName: "n"))
    var depth: Int = 1

    @Option(help: "A title above the picture.")
    var title: String?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if !(0...10).contains(depth) { throw ValidationError("--depth \(depth): give a number from 0 to 10") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let picture = Picture(focus: focus, depth: depth, title: title)
        let notes = try stored.draw(picture, filter: filter.filter, to: output)
        if !store.quiet { notes.forEach(Terminal.say) }
        return 0
    }
}
