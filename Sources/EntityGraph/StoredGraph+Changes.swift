public import GraphModel
import GraphRendering
import GraphStorage

/// What is compared with what.
public enum Comparison: Hashable, Sendable {
    /// What was known at the end of two days.
    case days(PartialDate, PartialDate)
    /// What the articles of so many days up to one day say, and those up to another one.
    case windows(PartialDate, PartialDate, days: Int)
    /// This store and the one in another file.
    case store(String)
}

extension StoredGraph {
    /// What changed, drawn too if `path` names a file.
    ///
    /// - Parameter filter: narrows both; its `asOf` counts only between two stores.
    /// - Returns: the answer, and whether nothing changed.
    /// - Throws: as `draw`.
    public func changes(
        _ comparison: Comparison, filter: GraphFilter = GraphFilter(), _ picture: Picture = Picture(), drawnTo path: String? = nil
    ) throws -> (answer: Answer, areNone: Bool) {
        let output = try path.map { try PictureFile($0) }
        try check(filter)
        var facts: [Report.Fact] = [], notes: [String] = [], names = ("", ""), title: String?
        let found: GraphComparison
        switch comparison {
        case .days(let old, let new):
            // A picture shows what stayed the same, too.
            found = output == nil ? try store.changes(from: old, to: new, filter) : try store.difference(from: old, to: new, filter)
            title = "What changed from \(old) to \(new)"
            names = ("Known on \(old)", "Known on \(new)")
        case .windows(let old, let new, let days):
            found = try store.difference(filter.window(of: days, upTo: old), filter.window(of: days, upTo: new))
            names = ("Told in the \(days) days up to \(old)", "Told in the \(days) days up to \(new)")
        case .store(let other):
            let second = try StoredGraph(openingAt: other, ontology: ontology)
            found = try store.difference(from: second.store, filter)
            names = (store.path, other)
            facts = try [("from", store), ("to", second.store)].map { name, store in
                Report.Fact(name, .text("\(store.path) (\(try store.models().joined(separator: ", ")))"))
            }
            notes += Self.articleNote(found, names.0, other)
        }
        notes += undatedNote(found.undatedDocuments)
        if let output {
            var options = picture.options
            options.title = options.title ?? title ?? "What changed: \(names.0) – \(names.1)"
            options.caption = options.caption ?? filter.caption
            (options.nameBefore, options.nameAfter) = names
            let drawing: GraphDrawing
            if picture.showsSteps, case .days(let old, let new) = comparison {
                if picture.options.title == nil { options.title = "How the graph grew from \(old) to \(new)" }
                drawing = GraphDrawing(of: try growth(from: old, to: new, filter), ontology: ontology, options: options)
            } else {
                drawing = GraphDrawing(of: found.difference, before: found.before, after: found.after, ontology: ontology, options: options)
            }
            try output.write(drawing)
            notes = Self.omissionNote(drawing) + notes
        }
        var report = Report.changes(found.difference, from: found.before, to: found.after, ontology: ontology)
        report.facts = facts
        return (Answer(report: report, notes: notes), found.difference.isEmpty)
    }

    /// Says which articles only one of two stores holds, for what differs may come from them.
    private static func articleNote(_ found: GraphComparison, _ first: String, _ second: String) -> [String] {
        let before = Set(found.before.documents.map(\.id)), after = Set(found.after.documents.map(\.id))
        return [(first, before.subtracting(after).count), (second, after.subtracting(before).count)].filter { $0.1 > 0 }.map { path, count in
            "\(count) \(count == 1 ? "article is" : "articles are") in \(path) only"
        }
    }
}

extension GraphFilter {
    /// The same filter for the articles of so many days up to and with the last day of a date.
    fileprivate func window(of days: Int, upTo date: PartialDate) -> GraphFilter {
        var filter = self
        filter.asOf = date
        filter.publishedSince = date.lastDay.adding(days: 1 - days)
        return filter
    }
}
