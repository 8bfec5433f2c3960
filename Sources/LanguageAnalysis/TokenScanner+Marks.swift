/// Signs that stand together.
extension TokenScanner {
    /// The end of the mark at `index`, with those that belong to it: "??", "<<", ":-)", "$$$".
    func markEnd(from index: Int, _ length: Int, limit: Int) -> Int {
        guard length == 1 else { return index + length }
        if let end = emoticonEnd(from: index, limit: limit) { return end }
        var end = index + 1
        let byte = bytes[index]
        if Self.repeating.contains(byte) {
            while end < limit, Self.repeating.contains(bytes[end]) { end += 1 }
        } else if Self.doubling.contains(byte) {
            while end < limit, bytes[end] == byte { end += 1 }
        }
        return end
    }

    /// The end of ":)", ";-)", ":D" and their like, or nil.
    func emoticonEnd(from index: Int, limit: Int) -> Int? {
        guard Self.eyes.contains(bytes[index]) else { return nil }
        var next = index + 1
        if next < limit, bytes[next] == UInt8(ascii: "-") { next += 1 }
        guard next < limit, Self.mouths.contains(bytes[next]) else { return nil }
        let mouth = next
        while next < limit, bytes[next] == bytes[mouth] { next += 1 }
        // ":P" is one, ":Paris" is not; ":" before a bracket that something follows is a colon.
        let isAlone = next >= limit || !isWordCharacter(next) && bytes[next] != UInt8(ascii: "/")
        let isApart = index == 0 || bytes[index - 1] != UInt8(ascii: "(") && !(48...57).contains(bytes[index - 1])
        return isAlone && isApart ? next : nil
    }

    /// Marks of sentence ends that a full stop may go before.
    static let finals: Set<UInt8> = Set("?!".utf8)
    private static let repeating: Set<UInt8> = Set("!?*=~".utf8)
    private static let doubling: Set<UInt8> = Set("<>$+|#".utf8)
    private static let eyes: Set<UInt8> = Set(":;=".utf8)
    private static let mouths: Set<UInt8> = Set(")(DPp".utf8)
}
