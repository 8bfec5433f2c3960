import ArgumentParser
import EntityGraph

// Corrections of what is said.

struct EditReject: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "A relation does not hold, or an entity is none.",
        discussion: """
            EXAMPLES
              entitygraph edit reject "Delcy Rodriguez" captured "Nicolas Maduro" --reason "read the wrong way round"
              entitygraph edit reject Chevron invested_in Venezuela --status planned --article https://example.org/story
              entitygraph edit reject "Breaking News"
            """)

    @Argument(help: "The subject of the relation, or the entity.") var subject: String
    @Argument(help: "The relation, such as captured.") var relation: String?
    @Argument(help: "The object of the relation.") var object: String?
    @Option(help: "Only as of this status, such as alleged.", transform: Parse.status) var status: Status?
    @Option(help: ArgumentHelp("Only as the article of this id tells it.", valueName: "id")) var article: String?
    @OptionGroup var options: EditOptions

    func validate() throws {
        if relation != nil && object == nil { throw ValidationError("give subject, relation and object, or an entity alone") }
        if relation == nil && (status != nil || article != nil) { throw ValidationError("--status and --article go with a relation") }
    }

    func perform() async throws -> Int32 {
        try options.make { graph, stamp in
            guard let relation, let object else { return try graph.reject(subject, stamp) }
            return try graph.reject(subject, relation, object, status: status, article: article, stamp)
        }
    }
}

struct EditConfirm: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "A person vouches for a relation, as a source beside the articles.",
        discussion: """
            EXAMPLES
              entitygraph edit confirm "Delcy Rodriguez" head_of Venezuela --reason "official gazette of January 5"
            """)

    @Argument(help: "The subject of the relation.") var subject: String
    @Argument(help: "The relation, such as head_of.") var relation: String
    @Argument(help: "The object of the relation.") var object: String
    @Option(help: "The status, where the relation is there with several.", transform: Parse.status) var status: Status?
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 { try options.make { try $0.confirm(subject, relation, object, status: status, $1) } }
}

struct EditAdd: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "A relation that no article told, with a note.",
        discussion: """
            It counts as a source of its own, bears the rule 'by hand', and is known from the day of the correction on.

            EXAMPLES
              entitygraph edit add "Delcy Rodriguez" met_with "Jorge Rodriguez" --date 2026-01-04 --note "seen at the airport"
              entitygraph edit add "Ana Paz" --subject-type person works_for PDVSA --source "company register"
            """)

    @Argument(help: "The subject of the relation.") var subject: String
    @Argument(help: "The relation, such as met_with.") var relation: String
    @Argument(help: "The object of the relation.") var object: String
    @Option(help: "The type of a subject that is new: person, country, organization or place.", transform: Parse.entityType)
    var subjectType: EntityType?
    @Option(help: "The type of an object that is new.", transform: Parse.entityType) var objectType: EntityType?
    @Option(help: "Such as asserted (default), planned, alleged.", transform: Parse.status) var status: Status = .asserted
    @Option(help: "When it happened or began.", transform: Parse.date) var date: PartialDate?
    @Option(help: "When it ended.", transform: Parse.date) var until: PartialDate?
    @Option(help: "Where you have it from.") var source: String?
    @Option(help: "What to say beside it; the same as --reason.") var note: String?
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 {
        try options.make { graph, stamp in
            try graph.add(
                subject, relation, object, subjectType: subjectType, objectType: objectType, status: status, date: date, until: until, source: source,
                StoredGraph.Stamp(time: stamp.time, reason: note ?? stamp.reason))
        }
    }
}
