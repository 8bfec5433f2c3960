/// Finds out how a page's bytes spell text.
enum HTMLDecoding {
    /// The page's text: by its byte-order mark; as UTF-8 if that is what the bytes are; else as the page says; else as Windows-1252, which
    /// browsers take Latin-1 for.
    static func text(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
        // "<" and a zero byte: UTF-16 without a mark.
        if bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes[...], isLittleEndian: true) }
        if bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes[...], isLittleEndian: false) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let label = declaredEncoding(bytes)
        if let label, label.hasPrefix("utf-8") || label == "utf8" { return mending(bytes) }
        if let label, let upper = tables[label] { return table(bytes, upper) }
        return table(bytes, nil)
    }

    /// What a `meta` element at the head of the page says, in lower case.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        guard let place = head.firstRange(of: "charset") else { return nil }
        let value = head[place.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        let label = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return label.isEmpty ? nil : String(label)
    }

    /// The character that Windows-1252 has for a byte.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        let special: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90,
            0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ]
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(special[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index -> UInt16 in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// One character a byte; `upper` are those from 0xA0 on, nil for Windows-1252.
    private static func table(_ bytes: [UInt8], _ upper: [Unicode.Scalar]?) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            if let upper, byte >= 0xA0 { text.append(upper[Int(byte) - 0xA0]) } else { text.append(windows1252(byte)) }
        }
        return String(text)
    }

    /// UTF-8 with stray bytes of Windows-1252 in it.
    private static func mending(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView(), place = 0
        while place < bytes.count {
            var parser = Unicode.UTF8.ForwardParser(), iterator = bytes[place...].prefix(4).makeIterator()
            if case .valid(let encoded) = parser.parseScalar(from: &iterator) {
                text.append(Unicode.UTF8.decode(encoded))
                place += encoded.count
            } else {
                text.append(windows1252(bytes[place]))
                place += 1
            }
        }
        return String(text)
    }

    /// Characters from 0xA0 on of the other encodings that English pages of Europe come in.
    private static let tables: [String: [Unicode.Scalar]] = {
        func row(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
        let latin2 = row(
            "\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙")
        let latin9 = row(
            "\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")
        let turkish = row(
            "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ")
        precondition([latin2, latin9, turkish].allSatisfy { $0.count == 96 }, "what broke: a table of characters has not 96 of them")
        return ["iso-8859-2": latin2, "iso-8859-15": latin9, "iso-8859-9": turkish, "windows-1254": turkish]
    }()
}
