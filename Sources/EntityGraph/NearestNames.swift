/// The known names that a mistyped one most likely means, best first; empty if none is near.
///
/// Near is an edit distance (Levenshtein, letters' case ignored) of at most a third of the name's length, and of two at least.
///
/// Complexity: the product of both lengths for each known name.
func nearestNames(to name: String, among known: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().utf8)
    let allowed = max(2, wanted.count / 3)
    return
        known
        .compactMap { candidate -> (distance: Int, name: String)? in
            let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
            return distance <= allowed ? (distance, candidate) : nil
        }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        .prefix(limit)
        .map(\.name)
}

/// "; did you mean 'x'?" for the nearest known name, or nothing.
func suggestion(for name: String, among known: some Sequence<String>) -> String {
    nearestNames(to: name, among: known, limit: 1).first.map { "; did you mean '\($0)'?" } ?? ""
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var previous = Array(0...b.count)
    var current = previous
    for (i, x) in a.enumerated() {
        current[0] = i + 1
        for (j, y) in b.enumerated() {
            current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (x == y ? 0 : 1))
        }
        swap(&previous, &current)
    }
    return previous[b.count]
}
