extension Report {
    /// The report as one JSON object: the facts by name, and `rows`, a list of objects by column name.
    var json: String {
        var output = "{"
        for fact in facts { output += "\n  \(Self.quoted(fact.name)): \(Self.json(fact.value))," }
        output += "\n  \"rows\": ["
        for (number, row) in rows.enumerated() {
            let fields = zip(columns, row).map { "\(Self.quoted($0.name)): \(Self.json($1))" }
            output += (number == 0 ? "" : ",") + "\n    {" + fields.joined(separator: ", ") + "}"
        }
        return output + (rows.isEmpty ? "" : "\n  ") + "]\n}\n"
    }

    private static func json(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .integer, .decimal: value.plain
        case .number(let number): number.isFinite ? value.plain : "null"
        case .list(let items): "[" + items.map(quoted).joined(separator: ", ") + "]"
        case .none: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
