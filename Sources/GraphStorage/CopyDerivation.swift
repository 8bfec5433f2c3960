internal import class GRDB.Database
internal import GraphModel

/// Keeps up to date which articles print the words of another one, as `ArticleCopies` tells it of all articles together.
struct CopyDerivation {
    private struct Place {
        var row: Int64
        var id: Document.ID
        var published: PartialDate?

        func comesBefore(_ other: Place) -> Bool {
            ArticleCopies.comesBefore(published: published, id: id, published: other.published, id: other.id)
        }
    }

    private let database: Database
    /// Articles whose original is to be looked for.
    private var pending: Set<Int64> = []
    /// Articles that were not there before, or counted as copies of what is gone.
    private var changed: Set<Int64> = []
    /// Articles whose bands are not in their table yet.
    private var fresh: [Int64: TextSketch] = [:]

    init(database: Database) { self.database = database }

    /// Throws away all that is derived and takes in all articles anew.
    mutating func startOver() throws {
        try database.execute(sql: "UPDATE document SET copy_of = NULL WHERE copy_of IS NOT NULL; DELETE FROM sketch; DELETE FROM sketch_band")
        let rows = try SQLStatement(database, "SELECT id FROM document").map { $0.id(0) }
        for row in rows {
            let sql = "SELECT text, passages FROM document_text WHERE document = ?"
            let document = try SQLStatement(database, sql).first(.integer(row)) {
                Document(id: "", source: "", title: "", text: $0.text(0), passages: try StoredList.decode([Passage].self, from: $0.text(1)))
            }
            if let document { try include(row, document) }
        }
    }

    /// Takes in an article, or the new version of one that was forgotten.
    mutating func include(_ row: Int64, _ document: Document) throws {
        guard let sketch = TextSketch(document) else { return }
        try SQLStatement(database, "INSERT OR FAIL INTO sketch VALUES (?, ?)").run(.integer(row), .blob(sketch.bytes))
        fresh[row] = sketch
        pending.insert(row)
        changed.insert(row)
    }

    /// Forgets an article that is about to go or to change.
    mutating func forget(_ row: Int64) throws {
        guard let sketch = try sketch(of: row) else { return }
        for copy in try copies(of: row) {
            try set(nil, of: copy)
            pending.insert(copy)
            changed.insert(copy)
        }
        try set(nil, of: row)
        for band in sketch.bands {
            try SQLStatement(database, "DELETE FROM sketch_band WHERE band = ? AND document = ?").run(.integer(band), .integer(row))
        }
        try SQLStatement(database, "DELETE FROM sketch WHERE document = ?").run(.integer(row))
        fresh[row] = nil
        pending.remove(row)
        changed.remove(row)
    }

    /// Finds the originals of what came or changed, and of what depends on it.
    mutating func finish() throws {
        let candidates = try placeBands()
        var places: [Int64: Place] = [:]
        func place(_ row: Int64) throws -> Place? {
            if let known = places[row] { return known }
            let place = try SQLStatement(database, "SELECT name, published FROM document WHERE id = ?").first(.integer(row)) {
                Place(row: row, id: $0.text(0), published: try $0.date(1))
            }
            places[row] = place
            return place
        }
        // In the order of time: what an article is depends on earlier ones only.
        var queue = try pending.compactMap(place).sorted { $1.comesBefore($0) }
        while let article = queue.popLast() {
            guard pending.remove(article.row) != nil, let sketch = try sketch(of: article.row) else { continue }
            let sharing = try fresh[article.row] == nil ? sharingBand(with: sketch) : candidates[article.row] ?? []
            let alike = try resembling(article.row, sketch, among: sharing).compactMap(place)
            let before = try fresh[article.row] == nil ? original(of: article.row) : nil
            var originals: [Place] = []
            for other in alike where other.comesBefore(article) {
                if try original(of: other.row) == nil { originals.append(other) }
            }
            let now = originals.min { $0.comesBefore($1) }?.row
            if now != before { try set(now, of: article.row) }
            guard changed.remove(article.row) != nil || (now == nil) != (before == nil) else { continue }
            for other in alike where article.comesBefore(other) && !pending.contains(other.row) {
                // It may be a copy of this one now, or no longer.
                if let current = try original(of: other.row), current != article.row, let place = try place(current), place.comesBefore(article) {
                    continue
                }
                pending.insert(other.row)
                let spot = queue.firstIndex { $0.comesBefore(other) } ?? queue.count
                queue.insert(other, at: spot)
            }
        }
        (pending, changed, fresh) = ([], [], [:])
    }

    /// Puts the bands of fresh articles into their table, in its order, so that it is gone through once.
    /// - Returns: for each fresh article those that share a band with it, if any.
    private func placeBands() throws -> [Int64: Set<Int64>] {
        var bands: [(band: Int64, row: Int64)] = [], candidates: [Int64: Set<Int64>] = [:]
        for (row, sketch) in fresh { for band in Set(sketch.bands) { bands.append((band, row)) } }
        bands.sort { ($0.band, $0.row) < ($1.band, $1.row) }
        let find = try SQLStatement(database, "SELECT document FROM sketch_band WHERE band = ?")
        var start = 0
        while start < bands.count {
            let band = bands[start].band
            var end = start + 1
            while end < bands.count, bands[end].band == band { end += 1 }
            let group = bands[start..<end].map(\.row)
            let sharing = try find.map(.integer(band)) { $0.id(0) } + group
            if sharing.count > 1 { for row in group { candidates[row, default: []].formUnion(sharing) } }
            start = end
        }
        try RowInserter(database, into: "sketch_band", ["band", "document"]).insert(bands) { binder, place in
            binder.bind(place.band)
            binder.bind(place.row)
        }
        return candidates
    }

    private func sharingBand(with sketch: TextSketch) throws -> Set<Int64> {
        var found: Set<Int64> = []
        let find = try SQLStatement(database, "SELECT document FROM sketch_band WHERE band = ?")
        for band in sketch.bands { try find.forEach(.integer(band)) { found.insert($0.id(0)) } }
        return found
    }

    private func resembling(_ row: Int64, _ sketch: TextSketch, among others: Set<Int64>) throws -> [Int64] {
        try others.filter { try $0 != row && self.sketch(of: $0)?.resembles(sketch) ?? false }.sorted()
    }

    private func sketch(of row: Int64) throws -> TextSketch? {
        if let sketch = fresh[row] { return sketch }
        let bins = try SQLStatement(database, "SELECT bins FROM sketch WHERE document = ?").first(.integer(row)) { $0.withBytes(0) { Array($0) } }
        guard let bins else { return nil }
        guard let sketch = TextSketch(bytes: bins) else {
            throw DamagedValue(found: "the sketch of an article with \(bins.count) bytes", expected: "one of \(2 * TextSketch.size)")
        }
        return sketch
    }

    private func original(of row: Int64) throws -> Int64? {
        try SQLStatement(database, "SELECT copy_of FROM document WHERE id = ?").first(.integer(row)) { $0.optionalID(0) } ?? nil
    }

    private func copies(of row: Int64) throws -> [Int64] {
        try SQLStatement(database, "SELECT id FROM document WHERE copy_of = ?").map(.integer(row)) { $0.id(0) }
    }

    private func set(_ original: Int64?, of row: Int64) throws {
        try SQLStatement(database, "UPDATE document SET copy_of = ? WHERE id = ?").run(.optional(original), .integer(row))
    }
}

extension TextSketch {
    /// The bins, least byte first.
    var bytes: [UInt8] { bins.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } }

    init?(bytes: [UInt8]) {
        guard bytes.count == 2 * Self.size else { return nil }
        self.init(bins: stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 })
    }
}
