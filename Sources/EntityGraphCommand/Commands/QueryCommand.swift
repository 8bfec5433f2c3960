import ArgumentParser
import EntityGraph

struct QueryCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "What matches a pattern of entities and relations.",
        discussion: """
            The language is a small part of what openCypher and GQL have in common:

              query      = ["MATCH"] pattern {"," pattern} ["WHERE" condition]
                           ["RETURN" ["DISTINCT"] ("*" | column {"," column})]
                           ["ORDER" "BY" key {"," key}] ["LIMIT" number]
              pattern    = entity {relation entity}
              entity     = "(" [variable] [":" type {"|" type}] [properties] ")"
              relation   = ["<"] "-" ["[" [variable] [":" name {"|" name}] [properties] "]"] "-" [">"]
              properties = "{" property ":" value {"," property ":" value} "}"
              condition  = comparisons with = <> < <= > >= CONTAINS IN [...] IS [NOT] NULL, joined by AND, OR, NOT
              column     = variable | variable "." property | count(*) | count([DISTINCT] …), with ["AS" name]

            Entities have name, type and id; {name: "…"} finds an entity as 'who' does. Relations have type, status, sources and \
            confidence, and of each statement date (when it happened, else when it was published), stated_date, until, published, \
            publisher, title, amount, currency, place, attributed_to, charge, text and document. A relation may be written by its \
            inverse name, and without an arrowhead it matches both ways. Without RETURN the answer is all relations that match. \
            With --format json it is the matching part of the graph as graph JSON, with the rows under "rows".

            EXAMPLES
              entitygraph query '(who)-[:captured]->({name: "Maduro"})'
              entitygraph query '(p:person)-[r:captured|arrested {status: asserted}]->(v:person) WHERE r.date >= 2026-01-01 RETURN p, r.date, v'
              entitygraph query '(a:country)-[r]->(b:country) RETURN a, b, count(r) AS ties ORDER BY ties DESC LIMIT 5' --format csv
              entitygraph query '(p:person)-[:head_of]->(c)-[r:attacked|threatened]-(d:country)' -o leaders.svg
              entitygraph query '(a)-[r]->(b) WHERE r.title CONTAINS "president" AND NOT r.status = former RETURN a, r.title, b'
            """)

    @Argument(help: "A pattern, such as '(a:person)-[:met_with]-(b:person)'.")
    var pattern: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Draw what matches, too: .svg, .html, .png, .pdf or .dot.", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        let needsGraph = output != nil || report.chosen == .json
        let answer = try needsGraph ? stored.query(pattern, filter: filter.filter) : stored.table(of: pattern, filter: filter.filter)
        var notes = answer.notes
        if let output { notes += try answer.draw(Picture(options: picture.options), filter: filter.filter, to: output) }
        if !store.quiet { notes.forEach(Terminal.say) }
        if report.chosen == .json { Terminal.write(try answer.json()) } else { report.write(answer.report) }
        return 0
    }
}
