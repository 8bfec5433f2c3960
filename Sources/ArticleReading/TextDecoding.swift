/// Tells text from other bytes.
enum TextDecoding {
    /// The text that the bytes spell, without a byte-order mark.
    ///
    /// - Throws: `ReadingError.binary` or `.notUTF8`, with the offset of the first byte that is wrong.
    static func text(_ bytes: some RandomAccessCollection<UInt8>, source: String) throws(ReadingError) -> String {
        let mark = Array(bytes.prefix(3))
        if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) { throw .notUTF8(source: source, offset: 0, likely: "UTF-16") }
        if let offset = firstControl(bytes) {
            let sample = Array(bytes.prefix(200))
            let zeros = sample.indices.filter { sample[$0] == 0 }
            if zeros.count * 3 > sample.count, Set(zeros.map { $0 % 2 }).count == 1 {
                throw .notUTF8(source: source, offset: offset, likely: zeros.first.map { $0 % 2 == 0 } == true ? "UTF-16BE" : "UTF-16LE")
            }
            throw .binary(source: source, offset: offset)
        }
        let body = mark == [0xEF, 0xBB, 0xBF] ? Array(bytes.dropFirst(3)) : Array(bytes)
        guard let text = String(validating: body, as: UTF8.self) else {
            let offset = firstInvalid(body)
            let byte = body[offset]
            throw .notUTF8(
                source: source, offset: offset + (mark == [0xEF, 0xBB, 0xBF] ? 3 : 0), likely: byte < 0xA0 ? "WINDOWS-1252" : "ISO-8859-1")
        }
        return text
    }

    /// The offset of the first NUL byte, or of the first control byte where there are many.
    static func firstControl(_ bytes: some RandomAccessCollection<UInt8>) -> Int? {
        var controls = 0
        var first: Int?
        for (offset, byte) in bytes.enumerated() where byte < 0x20 && !(9...13).contains(byte) || byte == 0x7F {
            if byte == 0 { return first ?? offset }
            first = first ?? offset
            controls += 1
        }
        return controls > 3 && controls * 100 > bytes.count ? first : nil
    }

    /// The offset of the first byte that no well-formed UTF-8 sequence begins at.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return offset
            case .emptyInput: return max(0, bytes.count - 1)
            }
        }
    }
}
