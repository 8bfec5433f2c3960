import GraphModel

/// What flat formats say of a relation beside its key: its dates, its best sentence, its qualifiers.
struct RelationSummary {
    /// Earliest and latest date that a statement gives.
    var first: PartialDate?
    var last: PartialDate?
    var until: PartialDate?
    /// The most confident statement; of equally confident ones the first.
    var best: Statement<Entity.ID>?
    /// Documents that say so, in the order of the statements.
    var documents: [Document.ID]

    init(_ relation: Relation) {
        let dates = relation.statements.compactMap(\.date)
        first = dates.min()
        last = dates.max()
        until = relation.statements.compactMap(\.until).max()
        best = relation.statements.first.map { first in
            relation.statements.dropFirst().reduce(first) { $1.evidence.confidence > $0.evidence.confidence ? $1 : $0 }
        }
        var seen: Set<Document.ID> = []
        documents = relation.statements.map(\.document).filter { seen.insert($0).inserted }
    }
}
