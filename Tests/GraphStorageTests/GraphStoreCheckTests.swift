import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct GraphStoreCheckTests {
    @Test(
        "finds what does not fit together, and rebuilding mends what is derived",
        arguments: [
            ("DELETE FROM edge WHERE statement = (SELECT min(statement) FROM edge)", true), ("UPDATE entity SET name = 'x'", true),
            ("DELETE FROM resolution WHERE profile = 1", true), ("UPDATE statement SET span_end = 1000000 WHERE id = 1", false),
            // A mention of a byte, in the middle of a character.
            ("UPDATE local_entity SET mentions = x'040100000200' WHERE ordinal = 0", false),
            ("UPDATE local_entity SET mentions = x'80' WHERE ordinal = 0", false),
            ("INSERT INTO relation (subject, type, object, status) SELECT subject, type, object, 0 FROM relation WHERE status = 7", true),
            ("UPDATE relation SET known = 20200101 WHERE id = 1", true), ("UPDATE degree SET others = others + 1", true),
            ("DELETE FROM sketch_band WHERE band = (SELECT min(band) FROM sketch_band)", true),
            ("UPDATE sketch SET bins = zeroblob(128)", true), ("DELETE FROM entity_name_words_docsize WHERE id = 1", true),
            ("UPDATE document SET copy_of = id WHERE id = 1", true),
            ("UPDATE resolution SET entity = (SELECT max(id) FROM entity) WHERE profile = 1", true),
        ])
    func tampering(sql: String, isDerived: Bool) throws {
        var random = RandomArticles(seed: 8)
        let folder = try TemporaryFolder(), store = try folder.store()
        try store.add(all: random.articles(10))
        try store.write { database in
            try SQLStatement(database, sql).run()
        }
        do {
            #expect(try !store.check(resolver: .simple).isEmpty)
        } catch let error as StoreError {
            guard case .damaged = error.reason else { throw error }
        }
        guard isDerived else { return }
        try store.rebuild(resolver: .simple)
        #expect(try store.check(resolver: .simple) == [])
    }
}
