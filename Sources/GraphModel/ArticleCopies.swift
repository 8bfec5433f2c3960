/// Tells which articles print the words of another one: the wire story in five papers, the page that was updated under a new address.
///
/// Articles are gone through by day of publication, those without one last, then by id. One that resembles an earlier one which is no
/// copy itself (`TextSketch`) is a copy of the first such; copies of copies are copies of the same one or originals of their own. So
/// what was known on a day does not depend on what came out later.
public enum ArticleCopies {
    /// What tells an article from others here.
    public struct Article: Sendable {
        public var id: Document.ID
        public var published: PartialDate?
        public var sketch: TextSketch?

        public init(id: Document.ID, published: PartialDate?, sketch: TextSketch?) {
            self.id = id
            self.published = published
            self.sketch = sketch
        }
    }

    /// The documents, in the same order, with `copyOf` set. Complexity: linear but for articles that are alike.
    public static func marked(_ documents: [Document]) -> [Document] {
        let originals = originals(of: documents.map { Article(id: $0.id, published: $0.published, sketch: TextSketch($0)) })
        return zip(documents, originals).map { document, original in
            var document = document
            document.copyOf = original.map { documents[$0].id }
            return document
        }
    }

    /// For each article the index of the one that it is a copy of; nil for originals.
    public static func originals(of articles: [Article]) -> [Int?] {
        var originals = [Int?](repeating: nil, count: articles.count), ranks = [Int](repeating: 0, count: articles.count)
        var byBand: [Int64: [Int]] = [:]
        let order = articles.indices.sorted { a, b in
            comesBefore(published: articles[a].published, id: articles[a].id, published: articles[b].published, id: articles[b].id)
        }
        for (rank, index) in order.enumerated() {
            ranks[index] = rank
            guard let sketch = articles[index].sketch else { continue }
            let bands = sketch.bands
            let alike = Set(bands.flatMap { byBand[$0] ?? [] }).filter { articles[$0].sketch?.resembles(sketch) ?? false }
            originals[index] = alike.min { ranks[$0] < ranks[$1] }
            if originals[index] == nil { for band in bands { byBand[band, default: []].append(index) } }
        }
        return originals
    }

    /// Whether an article with this date and id could be the original of one with that date and id.
    public static func comesBefore(published a: PartialDate?, id: Document.ID, published b: PartialDate?, id other: Document.ID) -> Bool {
        switch (a?.lastDay, b?.lastDay) {
        case (let a?, let b?) where a != b: a < b
        case (_?, nil): true
        case (nil, _?): false
        default: id < other
        }
    }
}
