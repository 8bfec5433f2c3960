import GraphModel

extension Report {
    /// The report as one JSON object: the facts by name, and `rows`, a list of objects by column name.
    var json: String {
        var output = "{"
        for fact in facts { output += "\n  \(fact.name.quotedAsJSON): \(Self.json(fact.value))," }
        output += "\n  \"rows\": ["
        for (number, row) in rows.enumerated() {
            let fields = zip(columns, row).map { "\($0.name.quotedAsJSON): \(Self.json($1))" }
            output += (number == 0 ? "" : ",") + "\n    {" + fields.joined(separator: ", ") + "}"
        }
        return output + (rows.isEmpty ? "" : "\n  ") + "]\n}\n"
    }

    private static func json(_ value: Value) -> String {
        switch value {
        case .text(let text): text.quotedAsJSON
        case .integer, .decimal: value.plain
        case .number(let number): number.isFinite ? value.plain : "null"
        case .list(let items): "[" + items.map(\.quotedAsJSON).joined(separator: ", ") + "]"
        case .none: "null"
        }
    }
}
