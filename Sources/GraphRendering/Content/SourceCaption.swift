import GraphModel

/// What stands under the title: the caption asked for, and what the picture is made from.
enum SourceCaption {
    /// nil if there is nothing to say.
    static func text(_ drawing: GraphDrawing) -> String? {
        var parts = [drawing.options.caption].compactMap(\.self).filter { !$0.isEmpty }
        if drawing.options.namesArticles, !drawing.documents.isEmpty {
            let dates = drawing.documents.values.compactMap(\.published)
            let articles = Omissions.count(drawing.documents.count, "article", "articles")
            if let first = dates.min(), let last = dates.max() {
                parts.append("from \(articles), \(DateSpan(first: first, last: last).words)")
            } else {
                parts.append("from \(articles) without a date")
            }
        }
        guard let first = parts.first else { return nil }
        // A sentence begins with a capital letter.
        return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: " · ")
    }
}
