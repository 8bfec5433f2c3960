/// A half-open range of UTF-8 bytes in a document's text.
public struct TextSpan: Hashable, Sendable, Codable, Comparable {
    /// First byte.
    public var start: Int
    /// Byte after the last one.
    public var end: Int

    public init(start: Int, end: Int) {
        precondition(0 <= start && start <= end, "a text span runs forward: \(start)..<\(end)")
        self.start = start
        self.end = end
    }

    public var isEmpty: Bool { start == end }
    public var length: Int { end - start }

    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    /// By start; of two spans with the same start the shorter comes first.
    public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension String {
    /// The part of the text that the span covers. Complexity: linear in the span's length for native strings.
    public subscript(span: TextSpan) -> Substring {
        let bytes = utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.start)
        return self[start..<bytes.index(start, offsetBy: span.length)]
    }
}
