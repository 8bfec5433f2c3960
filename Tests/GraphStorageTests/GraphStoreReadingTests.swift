import GraphModel
import GraphStorage
import RandomGraphs
import Testing

/// What the store answers is what the pure operations make of the whole graph.
@Suite struct GraphStoreReadingTests {
    private let ontology = RandomArticles.ontology

    private func stored(seed: UInt64) throws -> (store: GraphStore, graph: KnowledgeGraph, random: RandomArticles, folder: TemporaryFolder) {
        var random = RandomArticles(seed: seed, cast: 24)
        let articles = random.articles(20), folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: articles)
        return (store, SimpleResolution.graph(of: articles), random, folder)
    }

    @Test("filters", arguments: 0..<10 as Range<UInt64>) func filters(seed: UInt64) throws {
        var (store, graph, random, folder) = try stored(seed: seed)
        for _ in 0..<20 {
            let filter = random.filter()
            #expect(try store.graph(filter) == graph.filtered(by: filter, ontology: ontology))
        }
        withExtendedLifetime(folder) {}
    }

    @Test("walks around entities", arguments: 0..<10 as Range<UInt64>) func neighbourhoods(seed: UInt64) throws {
        var (store, graph, random, folder) = try stored(seed: seed)
        var generator = SeededGenerator(seed: seed)
        for step in 0..<20 {
            let filter = step < 4 ? GraphFilter() : random.filter(), hops = step % 4
            let centres = Array(graph.entities.map(\.id).shuffled(using: &generator).prefix(1 + step % 2)) + (step == 3 ? ["nobody"] : [])
            let expected = graph.filtered(by: filter, ontology: ontology, keeping: Set(centres))
            let found = try store.graph(around: centres, hops: hops, filter)
            #expect(found.graph == expected.graph.neighbourhood(of: centres, hops: hops))
            #expect(found.undatedDocuments == expected.undatedDocuments)
        }
        withExtendedLifetime(folder) {}
    }

    @Test("finds paths", arguments: 0..<10 as Range<UInt64>) func paths(seed: UInt64) throws {
        var (store, graph, random, folder) = try stored(seed: seed)
        var generator = SeededGenerator(seed: seed)
        for step in 0..<10 {
            let filter = step < 3 ? GraphFilter() : random.filter()
            let ends = Array(graph.entities.map(\.id).shuffled(using: &generator).prefix(2))
            let narrowed = graph.filtered(by: filter, ontology: ontology, keeping: Set(ends)).graph
            let found = try store.paths(from: ends[0], to: ends[1], count: 3, filter)
            let expected = narrowed.paths(from: ends[0], to: ends[1], count: 3, degrees: graph.degrees)
            #expect(found.paths == expected)
            #expect(found.graph == narrowed.part(along: expected).withoutMentions)
        }
        #expect(try store.paths(from: "nobody", to: "person/Ruiz").paths.isEmpty)
        withExtendedLifetime(folder) {}
    }

    @Test("compares two days", arguments: 0..<10 as Range<UInt64>) func differences(seed: UInt64) throws {
        var (store, graph, random, folder) = try stored(seed: seed)
        let old = random.randomDate(), new = random.randomDate()
        let before = graph.filtered(by: GraphFilter(asOf: old), ontology: ontology).graph
        let after = graph.filtered(by: GraphFilter(asOf: new), ontology: ontology).graph
        let found = try store.difference(from: old, to: new)
        #expect(found.difference == after.difference(from: before))
        #expect(found.before.applying(found.difference) == after)
        #expect(found.undatedDocuments == graph.documents.count { $0.published == nil })
        withExtendedLifetime(folder) {}
    }

    @Test("tells the changes between two days without reading the rest", arguments: 0..<20 as Range<UInt64>) func changes(seed: UInt64) throws {
        var (store, _, random, folder) = try stored(seed: seed)
        for step in 0..<5 {
            let filter = step < 2 ? GraphFilter() : random.filter(), old = random.randomDate(), new = random.randomDate()
            let expected = try store.difference(from: old, to: new, filter), found = try store.changes(from: old, to: new, filter)
            #expect(found.difference.addedRelations == expected.difference.addedRelations)
            #expect(found.difference.removedRelations == expected.difference.removedRelations)
            #expect(found.difference.changedRelations == expected.difference.changedRelations)
            #expect(found.difference.addedEntities.map(\.id) == expected.difference.addedEntities.map(\.id))
            #expect(found.difference.removedEntities.map(\.id) == expected.difference.removedEntities.map(\.id))
            #expect(found.undatedDocuments == expected.undatedDocuments)
            let siblings = { (relations: [Relation], key: Relation.Key) in
                relations.filter { ($0.subject, $0.type, $0.object) == (key.subject, key.type, key.object) }
            }
            for relation in found.difference.addedRelations {
                #expect(siblings(found.before.relations, relation.key) == siblings(expected.before.relations, relation.key))
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test func countsWhatItHolds() throws {
        let (store, graph, _, folder) = try stored(seed: 1)
        let statistics = try store.statistics()
        #expect(statistics.documents == graph.documents.count)
        #expect(statistics.entities == graph.entities.count)
        #expect(statistics.relations == graph.relations.count)
        #expect(statistics.relationsByStatus.values.reduce(0, +) == graph.relations.count)
        #expect(statistics.published?.lowerBound == graph.documents.first?.published)
        #expect(try store.documents().map(\.document) == graph.documents)
        withExtendedLifetime(folder) {}
    }
}
