import ArgumentParser
import EntityGraph

struct RenderCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "A picture of the stored graph.",
        discussion: """
            The format follows the suffix of the output: .svg, .html, .png, .pdf or .dot. Of a large graph the most important part is drawn \
            (--top, --focus and the filters choose another one), and the picture says what was left out.

            EXAMPLES
              entitygraph render -o graph.svg
              entitygraph render -o graph.html
              entitygraph render --as-of 2026-01-05 -o then.png
              entitygraph render --focus "Delcy Rodriguez" --depth 2 -o rodriguez.pdf
              entitygraph render --relation captured --relation indicted -o law.svg
              entitygraph render --fold --flags iso --theme dark -o overview.svg
              entitygraph render --top 500 --layout sfdp -o all.svg
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The picture: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Draw only this entity and what is near it; may be repeated.", valueName: "name"))
    var focus: [String] = []

    @Option(help: ArgumentHelp("How many hops around --focus are near.", valueName: "n"))
    var depth: Int = 1

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func validate() throws {
        if !(0...10).contains(depth) { throw ValidationError("--depth \(depth): give a number from 0 to 10") }
    }

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let picture = Picture(focus: focus, depth: depth, options: picture.options)
        let notes = try stored.draw(picture, filter: filter.filter, to: output)
        if !store.quiet { notes.forEach(Terminal.say) }
        return 0
    }
}
