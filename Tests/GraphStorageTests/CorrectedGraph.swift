import GraphModel
import RandomGraphs

@testable import GraphStorage

/// The graph that articles tell under corrections, without a store: what the store's is held against.
enum CorrectedGraph {
    static func of(_ articles: [ExtractedDocument], _ corrections: [Correction], _ rules: EntityResolver) -> KnowledgeGraph {
        let ontology = RandomArticles.ontology, set = CorrectionSet(corrections), resolver = rules.applying(set)
        let all = (articles + corrections.compactMap { $0.article(ontology) }).map(set.settingApart)
        var locals: [LocalEntity] = []
        for local in all.flatMap(\.entities).map(\.bare) where !locals.contains(local) { locals.append(local) }
        let keys = locals.map { Set(resolver.blockingKeys($0)) }
        var ids: [LocalEntity: Entity.ID] = [:], groups: [Entity.ID: [LocalEntity]] = [:], rest = Set(locals.indices)
        while let first = rest.min() {
            var block: Set<Int> = [first], shared = keys[first], isGrowing = true
            while isGrowing {
                let more = rest.filter { !block.contains($0) && !keys[$0].isDisjoint(with: shared) }
                isGrowing = !more.isEmpty
                block.formUnion(more)
                for index in more { shared.formUnion(keys[index]) }
            }
            rest.subtract(block)
            let members = block.sorted().map { locals[$0] }
            for (local, id) in zip(members, resolver.resolve(members.enumerated().map { $1.numbered($0) })) where id != EntityResolver.nobody {
                ids[local] = id
                groups[id, default: []].append(local)
            }
        }
        var statements: [Statement<Entity.ID>] = [], mentions: [Entity.ID: [EntityMention]] = [:]
        for article in all {
            func id(_ index: Int) -> Entity.ID? { ids[article.entities[index].bare] }
            for entity in article.entities {
                guard let entityID = id(entity.id) else { continue }
                mentions[entityID, default: []] += entity.mentions.map {
                    EntityMention(document: article.document.id, span: $0.span, text: String(article.document.text[$0.span]), kind: $0.kind)
                }
            }
            for statement in article.statements {
                guard let subject = id(statement.subject), let object = id(statement.object) else { continue }
                let isRejected = corrections.contains { correction in
                    guard case .rejectRelation(let relation) = correction.action, relation.type == statement.type else { return false }
                    return relation.means(
                        status: statement.status, article: article.document.id, isSymmetric: ontology[statement.type]?.isSymmetric == true,
                        subject: { reference in groups[subject]?.contains(where: reference.denotes) == true },
                        object: { reference in groups[object]?.contains(where: reference.denotes) == true })
                }
                if !isRejected { statements.append(statement.lifted(subject: subject, object: object, id)) }
            }
        }
        return KnowledgeGraph(
            documents: ArticleCopies.marked(all.map(\.document)).map(\.withoutText),
            entities: groups.map { id, group in resolver.merge(group.enumerated().map { $1.numbered($0) }, id) }, mentions: mentions,
            statements: statements, ontology: ontology)
    }
}

extension LocalEntity {
    fileprivate var bare: LocalEntity {
        var entity = self
        entity.id = 0
        entity.mentions = []
        return entity
    }

    fileprivate func numbered(_ id: Int) -> LocalEntity {
        var entity = self
        entity.id = id
        return entity
    }
}
