/// Rows of comma-separated values as RFC 4180 has them: CRLF, cells quoted where they must be.
struct CSVTable {
    private(set) var bytes: [UInt8] = []

    init(_ header: [String]) { append(header) }

    mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            // A quoted empty cell would be another value than an empty one to some readers.
            let isPlain = cell.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
            if isPlain {
                bytes.append(contentsOf: cell.utf8)
                continue
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }
}
