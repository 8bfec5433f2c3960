import ArgumentParser
import EntityGraph

/// Which part of the graph a question is about.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only what articles published on or before this day say.", valueName: "date"), transform: Parse.date)
    var asOf: PartialDate?

    @Option(help: ArgumentHelp("Only what was true on this day.", valueName: "date"), transform: Parse.date)
    var validAt: PartialDate?

    @Option(
        help: ArgumentHelp("Only what happened on or after this day (by the statement's date, else its article's).", valueName: "date"),
        transform: Parse.date)
    var since: PartialDate?

    @Option(help: ArgumentHelp("Only what happened on or before this day.", valueName: "date"), transform: Parse.date)
    var until: PartialDate?

    @Option(help: "Only relations of this status, such as asserted or planned; may be repeated.", transform: Parse.status)
    var status: [Status] = []

    @Option(help: ArgumentHelp("Only relations of this type, such as captured; may be repeated.", valueName: "name"))
    var relation: [String] = []

    @Option(help: "Only entities of this type: person, country, organization, place; may be repeated.", transform: Parse.entityType)
    var type: [EntityType] = []

    @Option(help: ArgumentHelp("Only relations that at least this many sources tell.", valueName: "n"))
    var minSources: Int = 1

    @Option(help: ArgumentHelp("Leave out statements below this confidence, 0 to 1.", valueName: "x"), transform: Parse.confidence)
    var minConfidence: Double = 0

    var filter: GraphFilter {
        GraphFilter(
            asOf: asOf, validAt: validAt, since: since, until: until, statuses: status.isEmpty ? nil : Set(status),
            relationTypes: relation.isEmpty ? nil : Set(relation), entityTypes: type.isEmpty ? nil : Set(type),
            minimumConfidence: minConfidence, minimumSources: minSources)
    }
}
