import GraphModel
import GraphStorage

extension Report {
    static func corrections(_ records: [CorrectionRecord]) -> Report {
        Report(
            columns: [
                Column("number"), Column("time"), Column("state"), Column("correction"), Column("reason", .line), Column("undone", .hidden),
                Column("line", .hidden),
            ],
            rows: records.map { record in
                let state = record.undone != nil ? "undone" : record.isIdle ? "matches nothing now" : "in force"
                return [
                    .integer(record.number), .text(record.correction.time.description), .text(state), .text(record.correction.words),
                    record.correction.reason.isEmpty ? .none : .text(record.correction.reason), .optional(record.undone?.description),
                    .text(record.correction.description),
                ]
            }, emptyText: "no corrections")
    }
}

extension Correction {
    /// What it does, in words for people.
    var words: String {
        switch action {
        case .merge(let from, let into): "merge \(from.name) into \(into.name)"
        case .split(let entity, .names(let names), let label):
            "split \(names.joined(separator: ", ")) from \(entity.name)" + (label.map { " as \($0)" } ?? "")
        case .split(let entity, .articles(let articles, _), let label):
            "split \(entity.name) of \(articles.joined(separator: ", "))" + (label.map { " as \($0)" } ?? "")
        case .rename(let entity, let name): "rename \(entity.name) to \(name)"
        case .retype(let entity, let type): "retype \(entity.name) to \(type.rawValue)"
        case .alias(let entity, let name): "alias \(name) for \(entity.name)"
        case .rejectEntity(let entity): "reject \(entity.name)"
        case .rejectRelation(let relation):
            "reject \(relation.words)" + (relation.article.map { " of \($0)" } ?? "")
        case .confirm(let relation): "confirm \(relation.words)"
        case .add(let relation):
            "add \(relation.subject.name) \(relation.type) \(relation.object.name) (\(relation.status.rawValue))"
                + (relation.date.map { " \($0)" } ?? "")
        }
    }
}

extension RelationReference {
    fileprivate var words: String { "\(subject.name) \(type) \(object.name)" + (status.map { " (\($0.rawValue))" } ?? "") }
}
