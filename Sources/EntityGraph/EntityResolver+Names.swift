import EntityResolution
import GraphStorage

extension EntityResolver {
    /// Goes by names and identifiers alone.
    static let byNames: EntityResolver = {
        let resolution = CrossArticleResolution()
        return EntityResolver(
            version: CrossArticleResolution.version, blockingKeys: { resolution.blockingKeys(of: $0) },
            resolve: { resolution.resolve($0) }, merge: { resolution.merge($0, id: $1) })
    }()
}
