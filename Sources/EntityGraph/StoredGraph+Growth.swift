import GraphModel
import GraphRendering
import GraphStorage

extension StoredGraph {
    /// Most steps of growth; of more days of publication, some are passed over.
    private static let mostSteps = 60

    /// What was known on a day, and on every later day up to another one on which articles came out.
    ///
    /// - Parameter filter: narrows every step; its `asOf` is not used.
    func growth(from old: PartialDate, to new: PartialDate, _ filter: GraphFilter) throws -> [GrowthStep] {
        let all = try store.graph(GraphFilter(asOf: new.lastDay)).graph
        let days = Set(all.documents.compactMap(\.published).map(\.lastDay).filter { old.lastDay < $0 && $0 <= new.lastDay }).sorted()
        let least = days.count > Self.mostSteps ? (days.count + Self.mostSteps - 1) / Self.mostSteps : 1
        // Counted from the end, so that the last day is always a step.
        let chosen = days.enumerated().filter { (days.count - 1 - $0.offset) % least == 0 }.map(\.element)
        return ([old] + chosen).map { day in
            var filter = filter
            filter.asOf = day
            return GrowthStep(day: day, graph: all.filtered(by: filter, ontology: ontology).graph.withoutMentions)
        }
    }
}
