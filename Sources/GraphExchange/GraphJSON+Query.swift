public import GraphModel

extension GraphJSON {
    /// The graph that a query found, with the rows of its answer under `rows`: an object a row, by the columns' titles.
    ///
    /// An entity stands there by its id, a relation by subject, type, object and status. Without columns there are no `rows`.
    public static func encode(_ result: QueryResult, columns: [String]?, offsets: Offsets = .bytes) throws -> [UInt8] {
        guard let columns else { return try encode(result.graph, offsets: offsets) }
        return try encode(result.graph, offsets: offsets, isCompact: false) { text in
            text.key("rows")
            text.array(result.rows, breakingLines: true) { text, row in
                text.object { text in
                    for (column, value) in zip(columns, row) {
                        text.key(column)
                        text.value(value)
                    }
                }
            }
        }
    }
}

extension JSONText {
    fileprivate mutating func value(_ value: QueryValue) {
        switch value {
        case .entity(let id): string(id)
        case .relation(let key):
            object {
                $0.field("subject", key.subject)
                $0.field("type", key.type)
                $0.field("object", key.object)
                $0.field("status", key.status.rawValue)
            }
        case .text(let text): string(text)
        // Two digits, so that the last bits of floating point cannot show; amounts of money are whole or have cents.
        case .number(let number): abs(number) < 1e15 ? self.number(hundredths: number) : self.number(number)
        case .date(let date): string(date.description)
        case .none: literal("null")
        }
    }
}
