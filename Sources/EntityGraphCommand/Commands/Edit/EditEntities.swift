import ArgumentParser
import EntityGraph

// Corrections of who is who.

struct EditMerge: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Two entities are one, which goes by the name of the second.",
        discussion: """
            EXAMPLES
              entitygraph edit merge "Maduro Moros" "Nicolás Maduro" --reason "the same man"
            """)

    @Argument(help: "The entity that becomes a part of the other.") var name: String
    @Argument(help: "The entity that keeps its name.") var other: String
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 { try options.make { try $0.merge(name, into: other, $1) } }
}

struct EditSplit: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "A part of an entity is a thing of its own.",
        discussion: """
            The part is what articles call by certain names, or what certain articles say of it (two people of one name).

            EXAMPLES
              entitygraph edit split "Nicolás Maduro" --name "Nicolás Maduro Guerra"
              entitygraph edit split "John Smith" --article https://example.org/match --as "John Smith (footballer)"
            """)

    @Argument(help: "The entity.") var entity: String
    @Option(help: ArgumentHelp("A name whose bearer is somebody else; may be repeated.", valueName: "name")) var name: [String] = []
    @Option(help: ArgumentHelp("Id of an article that speaks of somebody else; may be repeated.", valueName: "id")) var article: [String] = []
    @Option(name: .customLong("as"), help: ArgumentHelp("What the new entity is called.", valueName: "name")) var label: String?
    @OptionGroup var options: EditOptions

    func validate() throws {
        if name.isEmpty && article.isEmpty { throw ValidationError("say what to split off: --name or --article") }
    }

    func perform() async throws -> Int32 {
        try options.make { try $0.split(entity, names: name, articles: article, label: label, $1) }
    }
}

struct EditRename: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "The entity's name is another; the old one stays an alias.",
        discussion: """
            EXAMPLES
              entitygraph edit rename "Nicolas Maduro" "Nicolás Maduro Moros"
            """)

    @Argument(help: "The entity.") var entity: String
    @Argument(help: "Its name from now on.") var name: String
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 { try options.make { try $0.rename(entity, to: name, $1) } }
}

struct EditRetype: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "retype", abstract: "The entity is of another type: person, country, organization or place.",
        discussion: """
            EXAMPLES
              entitygraph edit retype Miraflores organization --reason "the palace stands for the government"
            """)

    @Argument(help: "The entity.") var entity: String
    @Argument(help: "person, country, organization or place.", transform: Parse.entityType) var type: EntityType
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 { try options.make { try $0.retype(entity, to: type, $1) } }
}

struct EditAlias: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "alias", abstract: "The entity bears this name, too.",
        discussion: """
            Whom articles call by nothing but that name is then the same.

            EXAMPLES
              entitygraph edit alias "Diosdado Cabello" "El Pulpo"
            """)

    @Argument(help: "The entity.") var entity: String
    @Argument(help: "Its other name.") var name: String
    @OptionGroup var options: EditOptions

    func perform() async throws -> Int32 { try options.make { try $0.alias(entity, name, $1) } }
}
