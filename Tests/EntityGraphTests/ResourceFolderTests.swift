import Foundation
import Testing

@testable import EntityGraph

@Suite struct ResourceFolderTests {
    @Test func prefersTheEnvironmentThenShareThenTheBundle() throws {
        try withTemporaryFolder { folder in
            let binary = folder.appending(path: "bin/entitygraph")
            let own = folder.appending(path: "own"), share = folder.appending(path: "share/entitygraph")
            let bundle = folder.appending(path: "bin/entitygraph_EntityGraph.resources/Resources")
            for place in [own, share, bundle] {
                try FileManager.default.createDirectory(at: place.appending(path: "ontology"), withIntermediateDirectories: true)
                try Data().write(to: place.appending(path: "ontology/relations.yaml"))
            }
            try Data().write(to: binary)
            func found(_ environment: [String: String]) throws -> String {
                try ResourceFolder.find(environment: environment, executable: binary).standardized.path.withoutTrailingSlash
            }
            #expect(try found(["ENTITYGRAPH_RESOURCES": own.path]) == own.path)
            #expect(try found([:]) == share.path)
            try FileManager.default.removeItem(at: share)
            #expect(try found([:]) == bundle.path)
        }
    }

    @Test func namesAllPlacesWhereNothingIsFound() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try ResourceFolder.find(environment: [:], executable: URL(filePath: "/nowhere/bin/entitygraph"))
        }
        for part in ["ENTITYGRAPH_RESOURCES", "/nowhere/share/entitygraph", "/nowhere/bin/entitygraph_EntityGraph"] {
            #expect(error.description.contains(part))
        }
    }
}

extension String {
    fileprivate var withoutTrailingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
