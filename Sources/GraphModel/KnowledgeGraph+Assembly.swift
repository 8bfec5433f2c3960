extension KnowledgeGraph {
    /// The graph that these articles tell: their statements lifted to entities and grouped into relations.
    ///
    /// Of two articles with the same id the later one counts. A symmetric relation has its smaller id as subject. A statement whose
    /// subject and object turn out to be one entity is left out, and so is the second of two statements that are alike in everything.
    /// Complexity: O(n log n) in mentions and statements.
    /// - Parameters:
    ///   - extractions: the articles, in any order.
    ///   - entities: what the local entities were resolved to, in any order; their mentions are filled in from the articles.
    ///     Those that no article speaks of are left out.
    ///   - mapping: for each article, in the same order, the entity that each of its local entities is.
    ///   - ontology: says which relation types are symmetric.
    ///   - includingTexts: whether the graph's documents keep their text and passages.
    public init(
        assembling extractions: [ExtractedDocument], entities: [Entity], mapping: [[Entity.ID]], ontology: Ontology,
        includingTexts: Bool = false
    ) {
        precondition(extractions.count == mapping.count, "one list of entity ids for each article")
        var latest: [Document.ID: Int] = [:]
        for (index, extraction) in extractions.enumerated() { latest[extraction.document.id] = index }
        let order = latest.values.sorted { extractions[$0].document.precedes(extractions[$1].document) }

        var mentions: [Entity.ID: [EntityMention]] = [:]
        var statements: [Statement<Entity.ID>] = []
        for index in order {
            let extraction = extractions[index], ids = mapping[index]
            precondition(ids.count == extraction.entities.count, "one entity id for each local entity")
            for entity in extraction.entities {
                mentions[ids[entity.id], default: []] += entity.mentions.map { mention in
                    EntityMention(
                        document: extraction.document.id, span: mention.span, text: String(extraction.document.text[mention.span]),
                        kind: mention.kind)
                }
            }
            statements += extraction.statements.map { statement in statement.mapReferences { ids[$0] } }
        }
        var known: Set<Entity.ID> = []
        let present = entities.filter { mentions[$0.id] != nil && known.insert($0.id).inserted }
        precondition(present.count == mentions.count, "an entity for each id of the mapping")

        self.init(
            documents: ArticleCopies.marked(order.map { extractions[$0].document }).map { includingTexts ? $0 : $0.withoutText },
            entities: present, mentions: mentions, statements: statements, ontology: ontology)
    }

    /// The graph of these parts, which `init(assembling:)` and a store put together in the same way.
    /// - Parameters:
    ///   - documents: in any order, each once.
    ///   - entities: in any order, each once.
    ///   - mentions: where each entity is spoken of, in any order; what these entities hold already is replaced.
    ///   - statements: those of one document in text order.
    ///   - ontology: says which relation types are symmetric.
    public init(
        documents: [Document], entities: [Entity], mentions: [Entity.ID: [EntityMention]], statements: [Statement<Entity.ID>],
        ontology: Ontology
    ) {
        let articles = ArticleIndex(documents)
        self.init(
            documents: documents.sorted { $0.precedes($1) },
            entities: entities.sorted { $0.id < $1.id }.map { entity in
                var entity = entity
                entity.mentions = Set(mentions[entity.id] ?? []).sorted { $0.place(articles) < $1.place(articles) }
                return entity
            },
            relations: Self.relations(grouping: statements, in: articles, ontology: ontology))
        endStates(by: ontology)
    }

    /// Groups statements into relations, as `init(assembling:)` does, without ending states. Complexity: O(n log n).
    /// - Parameters:
    ///   - statements: those of one document in text order.
    ///   - articles: the graph's documents.
    ///   - ontology: says which relation types are symmetric.
    /// - Returns: the relations by key.
    public static func relations(
        grouping statements: [Statement<Entity.ID>], in articles: ArticleIndex, ontology: Ontology
    ) -> [Relation] {
        let oriented = statements.lazy.filter { $0.subject != $0.object }.map { $0.oriented(by: ontology) }
        return Dictionary(grouping: oriented, by: \.key)
            .map { Relation(grouping: $1, as: $0, in: articles) }
            .sorted { $0.key < $1.key }
    }
}

extension Relation {
    /// A relation whose confidence and sources follow from its statements, of which there is at least one.
    public init(key: Key, statements: [Statement<Entity.ID>], in articles: ArticleIndex) {
        precondition(!statements.isEmpty, "a relation without a statement")
        self.init(
            key: key, confidence: statements.reduce(0) { max($0, $1.evidence.confidence) }, sources: articles.sources(of: statements),
            statements: statements)
    }

    /// A relation of statements that share this key: put in order, and each that says all the same once.
    /// - Parameter statements: those of one document in text order.
    public init(grouping statements: [Statement<Entity.ID>], as key: Key, in articles: ArticleIndex) {
        guard statements.count > 1 else {
            self.init(key: key, statements: statements, in: articles)
            return
        }
        let places = statements.enumerated().map { ($1.place(articles), $0) }.sorted { $0 < $1 }
        var seen: Set<Statement<Entity.ID>> = []
        self.init(key: key, statements: places.map { statements[$0.1] }.filter { seen.insert($0).inserted }, in: articles)
    }
}

extension Statement<Entity.ID> {
    /// What groups it with others into a relation.
    public var key: Relation.Key { Relation.Key(subject: subject, type: type, object: object, status: status) }

    /// The same statement, with the smaller id as subject if its relation type is symmetric.
    public func oriented(by ontology: Ontology) -> Self {
        guard subject > object, ontology[type]?.isSymmetric == true else { return self }
        var turned = self
        (turned.subject, turned.object) = (object, subject)
        return turned
    }

    fileprivate func place(_ articles: ArticleIndex) -> Place {
        Place(document: articles.rank(of: document), first: evidence.span, second: evidence.triggerSpan)
    }
}

extension EntityMention {
    fileprivate func place(_ articles: ArticleIndex) -> (Place, String) {
        (Place(document: articles.rank(of: document), first: span, second: span), kind.rawValue)
    }
}

/// Where something stands in the graph's articles.
private struct Place: Comparable {
    var document: Int
    var first: TextSpan
    var second: TextSpan

    static func < (a: Place, b: Place) -> Bool { (a.document, a.first, a.second) < (b.document, b.first, b.second) }
}

extension Document {
    /// Whether it stands before the other one in a graph: by publication date, those without one last, then by id.
    public func precedes(_ other: Document) -> Bool {
        switch (published, other.published) {
        case (let a?, let b?) where a != b: a < b
        case (_?, nil): true
        case (nil, _?): false
        default: id < other.id
        }
    }

    /// The same document without its text and passages.
    public var withoutText: Document {
        var document = self
        document.text = ""
        document.passages = []
        return document
    }
}
