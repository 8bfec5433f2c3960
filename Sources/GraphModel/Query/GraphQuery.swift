/// A question to a graph: patterns of entities and relations, conditions on them, and what to give of each match.
///
/// `init(parsing:ontology:)` makes it from a text, `KnowledgeGraph.answer(to:)` says what it means.
public struct GraphQuery: Hashable, Sendable {
    /// An entity that the pattern asks for.
    public struct Node: Hashable, Sendable {
        /// What the rest of the query calls it; nil if it does not.
        public var variable: String?
        /// Types that it may have; nil for any.
        public var types: Set<EntityType>?
        /// What it is called, in the words of whoever asks; `named(_:)` finds the entity that is meant.
        public var name: Name?
        /// The only entity that it may be; nil for any.
        public var entity: Entity.ID?

        public init(variable: String? = nil, types: Set<EntityType>? = nil, name: Name? = nil, entity: Entity.ID? = nil) {
            self.variable = variable
            self.types = types
            self.name = name
            self.entity = entity
        }
    }

    /// A name in a query, and where it stands.
    public struct Name: Hashable, Sendable {
        public var text: String
        /// In Unicode scalars of the query.
        public var place: Range<Int>

        public init(text: String, place: Range<Int>) {
            self.text = text
            self.place = place
        }
    }

    /// A relation that the pattern asks for.
    public struct Edge: Hashable, Sendable {
        public var variable: String?
        /// Index of the node on its left in the text.
        public var left: Int
        /// Index of the node on its right.
        public var right: Int
        /// Types that lead from the left node to the right one.
        public var forward: RelationTypes
        /// Types that lead from the right node to the left one.
        public var backward: RelationTypes

        public init(variable: String? = nil, left: Int, right: Int, forward: RelationTypes, backward: RelationTypes) {
            self.variable = variable
            self.left = left
            self.right = right
            self.forward = forward
            self.backward = backward
        }
    }

    /// Some or all types of relations.
    public enum RelationTypes: Hashable, Sendable {
        case any
        case only(Set<RelationType.ID>)

        public func contains(_ type: RelationType.ID) -> Bool {
            switch self {
            case .any: true
            case .only(let types): types.contains(type)
            }
        }
    }

    /// What a column of the answer holds.
    public enum Output: Hashable, Sendable {
        case node(Int)
        case edge(Int)
        case property(QueryProperty)
        /// How many matches there are.
        case count
        /// In how many matches, or with how many different values, the property is known.
        case countOf(Operand, isDistinct: Bool)

        /// What is counted.
        public enum Operand: Hashable, Sendable {
            case node(Int)
            case edge(Int)
            case property(QueryProperty)
        }

        public var isCount: Bool {
            switch self {
            case .count, .countOf: true
            default: false
            }
        }
    }

    /// A column of the answer.
    public struct Column: Hashable, Sendable {
        /// As the text writes it, or the name that it gives with `AS`.
        public var title: String
        public var output: Output

        public init(title: String, output: Output) {
            self.title = title
            self.output = output
        }
    }

    /// What the answer is sorted by.
    public struct Order: Hashable, Sendable {
        public enum Key: Hashable, Sendable {
            /// The column at this index.
            case column(Int)
            case property(QueryProperty)
        }

        public var key: Key
        public var isDescending: Bool

        public init(key: Key, isDescending: Bool = false) {
            self.key = key
            self.isDescending = isDescending
        }
    }

    public var nodes: [Node]
    public var edges: [Edge]
    public var condition: QueryCondition?
    /// Nil if the question is for the part of the graph that matches, without a table.
    public var columns: [Column]?
    /// Whether rows that look alike are given once. Where something is counted they always are.
    public var isDistinct: Bool
    public var order: [Order]
    /// How many rows at most; nil for all.
    public var limit: Int?

    public init(
        nodes: [Node], edges: [Edge] = [], condition: QueryCondition? = nil, columns: [Column]? = nil, isDistinct: Bool = false,
        order: [Order] = [], limit: Int? = nil
    ) {
        self.nodes = nodes
        self.edges = edges
        self.condition = condition
        self.columns = columns
        self.isDistinct = isDistinct
        self.order = order
        self.limit = limit
    }

    /// Whether a row of the answer may stand for several matches.
    public var isGrouped: Bool { isDistinct || (columns ?? []).contains { $0.output.isCount } }

    /// The same query with its names replaced by the entities that they mean.
    /// - Parameter entity: finds the entity of a name, given the types that it may have.
    public func named(_ entity: (Name, Set<EntityType>?) throws -> Entity.ID) rethrows -> GraphQuery {
        var query = self
        for index in nodes.indices {
            guard let name = nodes[index].name else { continue }
            query.nodes[index].entity = try entity(name, nodes[index].types)
        }
        return query
    }
}
