import GraphModel

/// What a picture does not show, in words.
enum Omissions {
    /// nil if it shows all.
    static func text(_ drawing: GraphDrawing, linesWithoutWords: Int) -> String? {
        let selection = drawing.selection
        if selection.entities.isEmpty, selection.omittedIsolated == 0 { return "Nothing to draw: the graph has no relations." }
        var parts: [String] = []
        if selection.omittedEntities > 0 || selection.omittedRelations > 0 {
            let entities = count(selection.omittedEntities, "entity", "entities")
            let relations = count(selection.omittedRelations, "relation", "relations")
            let left = [selection.omittedEntities > 0 ? entities : nil, selection.omittedRelations > 0 ? relations : nil].compactMap(\.self)
            parts.append("\(left.joined(separator: " and ")) of less weight")
        }
        if selection.omittedIsolated > 0 { parts.append("\(count(selection.omittedIsolated, "entity", "entities")) without relations") }
        if linesWithoutWords > 0 { parts.append("the words of \(count(linesWithoutWords, "line", "lines")) for want of room") }
        return parts.isEmpty ? nil : "Not shown: \(parts.joined(separator: "; "))."
    }

    /// "1,234 entities", "1 entity".
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        // Thousands are parted by commas, as the labels are English.
        var digits = String(number), grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return "\(digits)\(grouped) \(number == 1 ? one : many)"
    }
}
