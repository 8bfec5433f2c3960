/// How likely a statement is right: a logistic regression over a few features, fitted to annotated articles and kept in a readable file.
public struct ConfidenceModel: Sendable {
    private let intercept: Double
    private let weights: [ConfidenceFeature: Double]

    /// Reads a table: a feature (or `intercept`) and its weight a line, separated by a tab; further columns and `#` lines are remarks.
    ///
    /// - Parameter name: what the table is called in messages.
    /// - Throws: `GazetteerError` for a line that cannot be read, or for a feature without a weight.
    public init(table: String, named name: String) throws(GazetteerError) {
        var intercept: Double?
        var weights: [ConfidenceFeature: Double] = [:]
        for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let row = line.last == "\r" ? line.dropLast() : line
            if row.isEmpty || row.first == "#" { continue }
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
            func fail(_ message: String) -> GazetteerError { GazetteerError(table: name, line: number + 1, message: message) }
            guard columns.count >= 2, let weight = Double(columns[1]), weight.isFinite else {
                throw fail("a feature and a number were expected, separated by a tab")
            }
            if columns[0] == "intercept" {
                intercept = weight
            } else if let feature = ConfidenceFeature(rawValue: String(columns[0])) {
                weights[feature] = weight
            } else {
                let known = ["intercept"] + ConfidenceFeature.allCases.map(\.rawValue)
                throw fail("'\(columns[0])' is no feature of statements; these are: \(known.joined(separator: ", "))")
            }
        }
        guard let intercept else { throw GazetteerError(table: name, line: 1, message: "the line 'intercept' is missing") }
        self.intercept = intercept
        self.weights = weights
    }

    /// The probability that a statement with these features is right, 0 to 1.
    func probability(_ features: ConfidenceFeatures) -> Double {
        // A fixed order of summation: the last bits are the same everywhere.
        let sum = ConfidenceFeature.allCases.reduce(intercept) { $0 + (weights[$1] ?? 0) * features[$1] }
        return 1 / (1 + Self.exponential(-max(-20, min(20, sum))))
    }

    /// The exponential function from additions and multiplications alone, which give the same bits on every machine; right to nine digits.
    private static func exponential(_ x: Double) -> Double {
        let y = x / 1024
        var power = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4)))
        for _ in 0..<10 { power *= power }
        return power
    }

    /// What each feature adds to the logarithm of the odds, the strongest first; those that add nothing are left out.
    func contributions(_ features: ConfidenceFeatures) -> [(feature: ConfidenceFeature, amount: Double)] {
        ConfidenceFeature.allCases.map { ($0, (weights[$0] ?? 0) * features[$0]) }.filter { abs($0.1) >= 0.05 }.enumerated()
            .sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map { (feature: $0.element.0, amount: $0.element.1) }
    }
}
