internal import GraphModel

/// The mentions of a local entity as the bytes of a column: they are read with their entity or not at all, and a row of its own for each
/// would cost three times the room.
///
/// A mention is six numbers: its start (less that of the mention before), its length, its kind, its first token (less that of the mention
/// before), its number of tokens, its head (less the first token). Each number is written in groups of seven bits, least first, all
/// but the last one with the high bit set; those that may be negative are doubled first, and -1 becomes 1, -2 becomes 3 (LEB128, zigzag).
enum PackedMentions {
    static func pack(_ mentions: [Mention]) -> [UInt8] {
        var bytes: [UInt8] = [], start = 0, token = 0
        bytes.reserveCapacity(8 * mentions.count)
        func write(_ number: UInt) {
            var rest = number
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        func write(signed number: Int) { write(UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))) }
        for mention in mentions {
            write(signed: mention.span.start - start)
            write(UInt(mention.span.length))
            write(UInt(mention.kind.code))
            write(signed: mention.tokens.lowerBound - token)
            write(UInt(mention.tokens.count))
            write(signed: mention.head - mention.tokens.lowerBound)
            (start, token) = (mention.span.start, mention.tokens.lowerBound)
        }
        return bytes
    }

    /// The mentions that were packed.
    /// - Throws: `DamagedValue`.
    static func unpack(_ bytes: UnsafeRawBufferPointer) throws -> [Mention] {
        var mentions: [Mention] = [], place = 0, start = 0, token = 0
        func read() throws -> Int {
            var number: UInt = 0, shift: UInt = 0
            while place < bytes.count, shift < 63 {
                let byte = bytes[place]
                place += 1
                number |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { return Int(bitPattern: number) }
                shift += 7
            }
            throw damage(bytes)
        }
        func sum(_ base: Int, _ number: Int) throws -> Int {
            let difference = Int(bitPattern: UInt(bitPattern: number) >> 1) ^ -(number & 1)
            let (sum, isTooLarge) = base.addingReportingOverflow(difference)
            if isTooLarge { throw damage(bytes) }
            return sum
        }
        while place < bytes.count {
            start = try sum(start, read())
            let length = try read()
            let kind = MentionKind(code: try read())
            token = try sum(token, read())
            let count = try read(), head = try sum(token, read())
            guard let kind, start >= 0, length >= 0, count >= 0, !start.addingReportingOverflow(length).overflow,
                !token.addingReportingOverflow(count).overflow
            else { throw damage(bytes) }
            mentions.append(
                Mention(tokens: token..<(token + count), head: head, span: TextSpan(start: start, end: start + length), kind: kind))
        }
        return mentions
    }

    private static func damage(_ bytes: UnsafeRawBufferPointer) -> DamagedValue {
        DamagedValue(found: "\(bytes.count) bytes of mentions that mean nothing", expected: "six numbers for each mention")
    }
}

extension SQLRow {
    /// The mentions that are packed in this column.
    func mentions(_ column: Int32) throws -> [Mention] { try withBytes(column) { try PackedMentions.unpack($0) } }
}
