import GraphModel
import RandomGraphs
import Testing

@Suite struct KnowledgeGraphAssemblyTests {
    private func article(_ id: String, published: String?, says: [(String, String, String)]) -> ExtractedDocument {
        var names: [String] = []
        for (subject, _, object) in says { for name in [subject, object] where !names.contains(name) { names.append(name) } }
        let text = names.joined(separator: " ")
        let entities = names.enumerated().map { index, name in
            let start = names[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
            let span = TextSpan(start: start, end: start + name.utf8.count)
            return LocalEntity(
                id: index, type: .person, name: name,
                mentions: [Mention(tokens: index..<(index + 1), head: index, span: span, kind: .name)])
        }
        let statements = says.map { subject, type, object in
            Statement<LocalEntity.ID>(
                document: id, subject: names.firstIndex(of: subject) ?? 0, type: type, object: names.firstIndex(of: object) ?? 0,
                evidence: Evidence(
                    span: TextSpan(start: 0, end: text.utf8.count), text: text, trigger: names[0],
                    triggerSpan: TextSpan(start: 0, end: names[0].utf8.count), rule: "r", confidence: 0.5))
        }
        let document = Document(id: id, source: id, title: id, published: published.flatMap { PartialDate($0) }, text: text)
        return ExtractedDocument(document: document, entities: entities, statements: statements)
    }

    @Test func groupsTheStatementsOfSeveralArticlesIntoOneRelation() throws {
        let graph = SimpleResolution.graph(of: [
            article("b", published: "2026-01-02", says: [("Ana Ruiz", "attacked", "Bo")]),
            article("a", published: "2026-01-02", says: [("Ruiz", "attacked", "Bo")]),
        ])
        #expect(graph.documents.map(\.id) == ["a", "b"])
        #expect(graph.entities.map(\.id) == ["person/Bo", "person/Ruiz"])
        #expect(graph.entity("person/Ruiz")?.name == "Ana Ruiz")
        #expect(graph.entity("person/Ruiz")?.mentions.map(\.text) == ["Ruiz", "Ana Ruiz"])
        let relation = try #require(graph.relations.first)
        #expect(graph.relations.count == 1)
        #expect(relation.sources == 2)
        #expect(relation.statements.map(\.document) == ["a", "b"])
    }

    @Test func givesASymmetricRelationOnceWithTheSmallerIdFirst() {
        let graph = SimpleResolution.graph(of: [article("a", published: nil, says: [("Cy", "met_with", "Bo"), ("Bo", "met_with", "Cy")])])
        #expect(graph.relations.map(\.key) == [.init(subject: "person/Bo", type: "met_with", object: "person/Cy", status: .asserted)])
        #expect(graph.relations.first?.statements.count == 1)
    }

    @Test func leavesOutWhatAThingDoesToItself() {
        #expect(SimpleResolution.graph(of: [article("a", published: nil, says: [("Ana Ruiz", "attacked", "Ruiz")])]).relations.isEmpty)
    }

    @Test func putsDocumentsWithoutADateLast() {
        let graph = SimpleResolution.graph(of: [
            article("a", published: nil, says: []), article("c", published: "2026-01-01", says: []), article("b", published: "2026", says: []),
        ])
        #expect(graph.documents.map(\.id) == ["b", "c", "a"])
    }

    @Test("takes articles in any order", arguments: 0..<20 as Range<UInt64>) func anyOrder(seed: UInt64) {
        var random = RandomArticles(seed: seed), generator = SeededGenerator(seed: seed)
        let articles = random.articles(12)
        #expect(SimpleResolution.graph(of: articles) == SimpleResolution.graph(of: articles.shuffled(using: &generator)))
    }
}
