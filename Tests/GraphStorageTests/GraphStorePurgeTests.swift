import Foundation
import GraphModel
import RandomGraphs
import Testing

@testable import GraphStorage

@Suite struct GraphStorePurgeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// An article whose entities are the names in brackets: "[Ana Ruiz] attacked [Bo]".
    private func article(_ id: String, _ marked: String, title: String = "News") -> ExtractedDocument {
        var text = "", entities: [LocalEntity] = [], statements: [Statement<LocalEntity.ID>] = []
        for (index, part) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = part.firstIndex(of: "]") else {
                text += part
                continue
            }
            let name = String(part[..<close]), start = text.utf8.count
            text += name
            let mention = Mention(tokens: 0..<1, head: 0, span: TextSpan(start: start, end: text.utf8.count), kind: .name)
            let key = name.split(separator: " ").last
            if let place = entities.firstIndex(where: { $0.name.split(separator: " ").last == key }) {
                entities[place].mentions.append(mention)
                if entities[place].name != name { entities[place].aliases.append(name) }
            } else {
                entities.append(LocalEntity(id: entities.count, type: .person, name: name, mentions: [mention]))
            }
            text += part[part.index(after: close)...]
        }
        let span = TextSpan(start: 0, end: text.utf8.count)
        for pair in zip(entities, entities.dropFirst()) {
            statements.append(
                Statement(
                    document: id, subject: pair.0.id, type: "attacked", object: pair.1.id,
                    qualifiers: Qualifiers(title: "aide to \(entities[0].name)", attributedTo: .init(text: entities[0].name, entity: 0)),
                    evidence: Evidence(span: span, text: text, trigger: "said", triggerSpan: TextSpan(start: 0, end: 0), rule: "r", confidence: 1)))
        }
        return ExtractedDocument(
            document: Document(id: id, source: "\(id).txt", title: title, published: PartialDate("2026-01-09"), text: text), entities: entities,
            statements: statements)
    }

    /// All bytes of the store's files, as text in lower case.
    private func bytes(_ store: GraphStore) throws -> String {
        var all = ""
        for suffix in ["", "-wal", "-shm", "-journal"] {
            guard let data = FileManager.default.contents(atPath: store.path + suffix) else { continue }
            all += String(decoding: data, as: Unicode.ASCII.self).lowercased()
        }
        return all
    }

    @Test func nothingOfThePersonRemainsInTheFile() throws {
        let store = try folder.store()
        let articles = [
            article(
                "a-zelda-quimby-story", "[Zelda Quimby] attacked [Bo Lind]. Then [Quimby] left, and QUIMBY'S aide stayed.", title: "Quimby strikes"),
            article("b", "[Bo Lind] praised [Cy Hale], who had met Zelda Quimby."), article("c", "[Cy Hale] attacked [Bo Lind]."),
        ]
        try store.add(all: articles)
        #expect(try bytes(store).contains("quimby"))
        let summary = try store.purge(person: "person/Quimby", resolver: .simple)
        #expect(summary == PurgeSummary(articles: 2, statements: 1, corrections: 0))
        #expect(try !bytes(store).contains("quimby"))
        #expect(try !bytes(store).contains("zelda"))
        #expect(try store.check(resolver: .simple) == [])
        #expect(try store.lookup("Quimby").isEmpty)
        #expect(try store.documents().count == 3)
        #expect(try store.article("b")?.document.text == "Bo Lind praised Cy Hale, who had met ##### ######.")
        #expect(try store.graph().graph.entities.map(\.name) == ["Cy Hale", "Bo Lind"])
        // The words that were taken out do not come back with the next build.
        for article in articles { #expect(try store.contains(article.document, run: .first)) }
        try store.add(all: articles)
        #expect(try !bytes(store).contains("quimby"))
    }

    @Test func whoBearsTheSameSurnameKeepsIt() throws {
        let store = try folder.store()
        let named = EntityResolver(
            version: "full names", blockingKeys: { [$0.name] }, resolve: { $0.map { "person/\($0.name)" } }, merge: SimpleResolution.merge)
        var both = article("a", "[Zelda Quimby] attacked [Bo Lind].")
        let other = article("b", "[Otto Quimby] attacked [Bo Lind]; Quimby won.")
        let text = both.document.text + " Otto Quimby watched."
        let start = both.document.text.utf8.count + 1
        both.document.text = text
        both.entities.append(
            LocalEntity(
                id: 2, type: .person, name: "Otto Quimby",
                mentions: [Mention(tokens: 0..<1, head: 0, span: TextSpan(start: start, end: start + 11), kind: .name)]))
        both.entities[0].aliases = ["Quimby"]
        try store.add(all: [both, other], resolver: named)
        _ = try store.purge(person: "person/Zelda Quimby", resolver: named)
        #expect(try store.article("a")?.document.text == "##### ###### attacked Bo Lind. Otto Quimby watched.")
        #expect(try store.article("b") == other)
        #expect(try !bytes(store).contains("zelda"))
        #expect(try store.check(resolver: named) == [])
    }

    @Test func correctionsThatNameThePersonGoToo() throws {
        let store = try folder.store()
        try store.add(all: [article("a", "[Zelda Quimby] attacked [Bo Lind].")])
        let reference = EntityReference(type: .person, name: "Zelda Quimby")
        let rename = Correction(
            .rename(reference, to: "Dame Zelda Quimby"), time: CorrectionTime(secondsSince1970: 1_767_225_600), reason: "her title")
        _ = try store.correct(rename, resolver: .simple)
        let id = try #require(try store.lookup("Zelda Quimby").first).entity.id
        #expect(try store.purge(person: id, resolver: .simple)?.corrections == 1)
        #expect(try !bytes(store).contains("quimby"))
        #expect(try store.check(resolver: .simple) == [])
    }

    @Test func thereMustBeSuchAPerson() throws {
        let store = try folder.store()
        try store.add(all: [article("a", "[Zelda Quimby] attacked [Bo Lind].")])
        #expect(try store.purge(person: "person/Nobody", resolver: .simple) == nil)
        #expect(try store.documents().count == 1)
    }

    @Test("purging anyone leaves a sound store", arguments: 0..<10 as Range<UInt64>) func anyone(seed: UInt64) throws {
        var random = RandomArticles(seed: seed)
        let store = try folder.store()
        try store.add(all: random.articles(15))
        let people = try store.graph().graph.entities.filter { $0.type == .person }
        let person = try #require(people.dropFirst(Int(seed) % max(1, people.count)).first)
        _ = try store.purge(person: person.id, resolver: .simple)
        #expect(try store.check(resolver: .simple) == [])
        #expect(try store.graph().graph.entity(person.id) == nil)
        let name = person.name.utf8.filter { $0 < 128 }
        let file = try #require(FileManager.default.contents(atPath: store.path))
        #expect(name.count < 8 || file.range(of: Data(person.name.utf8)) == nil)
    }
}
