public import GraphModel

/// How local entities of many articles become entities: what the store asks whenever an article comes or goes.
///
/// The store hands over each distinct local entity once (type, name, aliases, identifiers, whether it is nominal), however many
/// articles hold it, without its mentions and with its index in the list as id. What the closures answer must depend on nothing but
/// the set they are given, not on its order: then articles give the same graph in whatever order they are added.
public struct EntityResolver: Sendable {
    /// Changes whenever the closures may answer something else for the same input; a store made with another version is derived anew.
    public var version: String
    /// What another local entity must share one of to possibly be the same thing. The fewer entities share a key, the less is to do
    /// for each article: everything that hangs together by shared keys is resolved together.
    public var blockingKeys: @Sendable (LocalEntity) -> [String]
    /// The entity that each of these local entities is. They are all that hang together by shared keys.
    public var resolve: @Sendable ([LocalEntity]) -> [Entity.ID]
    /// The entity of this id that these local entities are: its type, name, aliases and identifiers.
    public var merge: @Sendable ([LocalEntity], Entity.ID) -> Entity

    public init(
        version: String, blockingKeys: @escaping @Sendable (LocalEntity) -> [String],
        resolve: @escaping @Sendable ([LocalEntity]) -> [Entity.ID], merge: @escaping @Sendable ([LocalEntity], Entity.ID) -> Entity
    ) {
        self.version = version
        self.blockingKeys = blockingKeys
        self.resolve = resolve
        self.merge = merge
    }
}
