/// PDF files as Cairo writes them.
enum PortableDocument {
    /// The same file with the time it was made set to 1 January 2000, so that every run of a program writes the same bytes.
    ///
    /// Within one run Cairo numbers fonts in the order it met them, so that a second file may differ in those numbers.
    static func withoutClock(_ bytes: [UInt8]) -> [UInt8] {
        let key = Array("/CreationDate (D:".utf8), fixed = Array("20000101000000".utf8)
        guard bytes.count >= key.count + fixed.count else { return bytes }
        var bytes = bytes
        // Cairo writes it near the end of the file.
        for start in stride(from: bytes.count - key.count - fixed.count, through: 0, by: -1)
        where bytes[start] == key[0] && bytes[start..<start + key.count].elementsEqual(key) {
            let digits = start + key.count
            guard bytes[digits..<digits + fixed.count].allSatisfy({ (48...57).contains($0) }) else { break }
            bytes.replaceSubrange(digits..<digits + fixed.count, with: fixed)
            break
        }
        return bytes
    }
}
