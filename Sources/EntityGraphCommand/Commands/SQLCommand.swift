import ArgumentParser
import EntityGraph

struct SQLCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Plain SQL on what is stored; it reads and changes nothing.",
        discussion: """
            One SELECT in the words of SQLite, on these views:

            \(StoredGraph.views.map { "  " + $0 }.joined(separator: "\n"))

            Dates are texts such as 2026-01-03, 2026-01 or 2026; start and end count UTF-8 bytes of the article's text. Tables behind \
            the views may change from one version of the program to the next; the views do not.

            EXAMPLES
              entitygraph sql 'SELECT type, count(*) AS n FROM relations GROUP BY type ORDER BY n DESC LIMIT 10'
              entitygraph sql "SELECT subject_name, date, text FROM statements WHERE type = 'captured' ORDER BY date" --format csv
              entitygraph sql 'SELECT name, count(*) FROM mentions JOIN entities ON entities.id = entity GROUP BY entity ORDER BY 2 DESC, 1'
            """)

    @Argument(help: "A SELECT statement.")
    var statement: String

    @OptionGroup var report: ReportOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var ontology: OntologyOptions

    func perform() async throws -> Int32 {
        // Its rules tell which events end states.
        let stored = try StoredGraph(openingAt: store.store, ontology: Ontology.load(ontology.configuration))
        report.write(try stored.select(statement).report)
        return 0
    }
}
