/// A short name for the contents of data files, which changes with them: FNV-1a, 64 bits (Fowler, Noll, Vo).
struct ContentVersion {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // Where one file ends counts too.
        hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
