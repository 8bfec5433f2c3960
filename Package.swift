// swift-tools-version: 6.2
import PackageDescription

/// `make check` and CI set this: warnings in this package are errors there, but stop nobody who builds it with a newer compiler.
let isStrict = Context.environment["ENTITYGRAPH_STRICT"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// A library target of this package; `outside` are products of other packages.
func layer(_ name: String, _ inside: [String] = [], outside: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: inside.map { .byName(name: $0) } + outside, resources: resources, swiftSettings: settings)
}

/// The tests of one target, under `Tests/<name>Tests`.
func tests(_ name: String, _ inside: [String] = [], resources: [Resource] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: ([name] + inside).map { .byName(name: $0) }, resources: resources, swiftSettings: settings)
}

let package = Package(
    name: "entitygraph",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "entitygraph", targets: ["EntityGraphCommand"]),
        .library(name: "EntityGraph", targets: ["EntityGraph"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Floor 0: the vocabulary, the tensor engine, Graphviz, the HTML parser.
        layer("GraphModel"),
        .target(name: "CInference"),
        layer("TransformerInference", ["CInference"]),
        .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        // Floor 1: engines that know the vocabulary but not each other.
        layer("ArticleReading", ["GraphModel", "CLibXML2"]),
        layer("LanguageAnalysis", ["GraphModel", "TransformerInference"]),
        layer("RelationExtraction", ["GraphModel"]),
        layer("EntityResolution", ["GraphModel"]),
        layer(
            "GraphStorage", ["GraphModel"],
            outside: [.product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        layer("GraphRendering", ["GraphModel", "CGraphviz"]),
        layer("GraphExchange", ["GraphModel"]),

        // Floor 2: the assembly.
        layer(
            "EntityGraph",
            [
                "GraphModel", "TransformerInference", "ArticleReading", "LanguageAnalysis", "RelationExtraction",
                "EntityResolution", "GraphStorage", "GraphRendering", "GraphExchange",
            ],
            outside: [.product(name: "Yams", package: "Yams"), .product(name: "Logging", package: "swift-log")],
            resources: [.copy("Resources")]),

        // Floor 3: the command.
        .executableTarget(
            name: "EntityGraphCommand",
            dependencies: ["EntityGraph", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: settings),

        tests("LanguageAnalysis", ["GraphModel", "TransformerInference"]),
        tests("TransformerInference", ["CInference"], resources: [.copy("Fixtures")]),
        tests("GraphModel", ["RandomGraphs"]),
        tests("GraphStorage", ["GraphModel", "EntityResolution", "RandomGraphs", "StoreBenchmark"]),
        // Random articles and graphs from a seed, for the tests of several targets.
        .target(name: "RandomGraphs", dependencies: ["GraphModel"], path: "Tests/RandomGraphs", swiftSettings: settings),
        // Measures a store of synthetic news, and writes one for tests that kill it.
        .executableTarget(
            name: "StoreBenchmark", dependencies: ["GraphModel", "GraphStorage", "EntityResolution", "RandomGraphs"],
            path: "Tests/StoreBenchmark", swiftSettings: settings),
        tests("EntityGraph", ["GraphModel", "GraphStorage", "RandomGraphs"]),
        tests("EntityGraphCommand"),
        tests("GraphRendering", ["GraphModel"]),
        tests("EntityResolution", ["GraphModel"]),
        tests("GraphExchange", ["GraphModel"]),
        tests("RelationExtraction", ["GraphModel"]),
        tests("ArticleReading", ["GraphModel", "RandomGraphs"], resources: [.copy("Pages")]),
    ],
    swiftLanguageModes: [.v6]
)
