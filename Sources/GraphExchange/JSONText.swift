import GraphModel

/// JSON as it is written: keys in the order given, numbers and layout the same on every machine.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    /// Whether values in open containers each begin a line of their own, by depth.
    private var containers: [(isEmpty: Bool, breaksLines: Bool)] = []
    private let isCompact: Bool

    /// A compact text stands on one line.
    init(isCompact: Bool = false) { self.isCompact = isCompact }

    /// Writes `{...}`; with `breakingLines`, each field on a line of its own.
    mutating func object(breakingLines: Bool = false, _ fields: (inout JSONText) throws -> Void) rethrows {
        try container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), breakingLines: breakingLines, fields)
    }

    /// Writes `[...]`; with `breakingLines`, each element on a line of its own.
    mutating func array<Elements: Sequence>(
        _ elements: Elements, breakingLines: Bool = false, _ write: (inout JSONText, Elements.Element) throws -> Void
    ) rethrows {
        try container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), breakingLines: breakingLines) { text in
            for element in elements {
                text.separate()
                try write(&text, element)
            }
        }
    }

    /// Writes the key of the object's next field; the value follows.
    mutating func key(_ name: String) {
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
    }

    mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func field(_ name: String, _ value: Int) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes nothing if there is no value.
    mutating func field(_ name: String, ifKnown value: String?) {
        if let value { field(name, value) }
    }

    /// Writes what an entity is called besides its name: whether it has none, its aliases and identifiers.
    mutating func names(of entity: Entity) {
        if entity.isNominal {
            key("nominal")
            literal("true")
        }
        key("aliases")
        array(entity.aliases) { $0.string($1) }
        key("identifiers")
        object { text in
            for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) { text.field(scheme, value) }
        }
    }

    mutating func field(_ name: String, hundredths value: Double) {
        key(name)
        number(hundredths: value)
    }

    mutating func field(_ name: String, number value: Double) {
        key(name)
        number(value)
    }

    /// Writes a number with at most two decimals, so that the last bits of floating point cannot show.
    mutating func number(hundredths value: Double) {
        let rounded = Int((value * 100).rounded())
        let (whole, rest) = rounded.quotientAndRemainder(dividingBy: 100)
        bytes.append(contentsOf: String(whole).utf8)
        guard rest != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)).utf8)
    }

    /// Writes a number in full: whole numbers without a point, others with the fewest digits that read back the same.
    mutating func number(_ value: Double) {
        if value == value.rounded(), abs(value) < 9_007_199_254_740_992 {
            bytes.append(contentsOf: String(Int(value)).utf8)
        } else {
            bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        }
    }

    mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func string(_ value: String) { bytes.appendJSON(value) }

    /// Ends the line.
    mutating func newline() { bytes.append(0x0A) }

    /// The number as `number(hundredths:)` writes it, for formats other than JSON.
    static func hundredths(_ value: Double) -> String {
        var text = JSONText()
        text.number(hundredths: value)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The number as `number` writes it, for formats other than JSON.
    static func number(_ value: Double) -> String {
        var text = JSONText()
        text.number(value)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private mutating func container(
        open: UInt8, close: UInt8, breakingLines: Bool, _ content: (inout JSONText) throws -> Void
    ) rethrows {
        bytes.append(open)
        containers.append((isEmpty: true, breaksLines: breakingLines && !isCompact))
        try content(&self)
        containers.removeLast()
        bytes.append(close)
    }

    /// Writes what stands before the next value of the innermost container: a comma unless it is the first, then a space or a new line.
    private mutating func separate() {
        guard let innermost = containers.last else { return }
        if !innermost.isEmpty { bytes.append(UInt8(ascii: ",")) }
        if innermost.breaksLines {
            bytes.append(0x0A)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: containers.count))
        } else if !innermost.isEmpty {
            bytes.append(UInt8(ascii: " "))
        }
        containers[containers.count - 1].isEmpty = false
    }
}
