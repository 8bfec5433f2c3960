/// The known names that a mistyped one most likely means, best first; empty if none is near.
public func nearestNames(to name: String, among known: some Sequence<String>, limit: Int = 3) -> [String] {
    EditDistance.nearest(to: name, among: known, count: limit)
}

/// "; did you mean 'x'?" for the nearest known name, or nothing.
public func suggestion(for name: String, among known: some Sequence<String>) -> String {
    nearestNames(to: name, among: known, limit: 1).first.map { "; did you mean '\($0)'?" } ?? ""
}
