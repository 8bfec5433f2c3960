import Foundation

/// Reads a file or standard input in pieces, by lines or whole, in bounded memory.
final class ByteSource {
    private let handle: FileHandle
    private let closesFile: Bool
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    init(_ handle: FileHandle, closesFile: Bool) {
        self.handle = handle
        self.closesFile = closesFile
    }

    deinit {
        if closesFile { try? handle.close() }
    }

    /// The first byte that is not read yet, after a byte-order mark at the start.
    func peek() throws -> UInt8? {
        try fill()
        let ahead = buffer[position...].prefix(4)
        return ahead.starts(with: [0xEF, 0xBB, 0xBF]) ? ahead.dropFirst(3).first : ahead.first
    }

    /// What is left, up to `limit` bytes and one more if there is more.
    func rest(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit, try fill() {
            bytes += buffer[position...].prefix(limit + 1 - bytes.count)
            position = buffer.count
        }
        return bytes
    }

    /// The next line without its line feed, nil at the end; of a line longer than `limit` only `limit + 1` bytes are kept.
    func line(limit: Int) throws -> [UInt8]? {
        guard try fill() else { return nil }
        var line: [UInt8] = []
        while try fill() {
            let rest = buffer[position...]
            let end = rest.firstIndex(of: 0x0A)
            line += rest[..<(end ?? rest.endIndex)].prefix(limit + 1 - line.count)
            position = end.map { $0 + 1 } ?? buffer.count
            if end != nil { break }
        }
        return line
    }

    /// Reads on if the buffer is used up; false at the end.
    @discardableResult
    private func fill() throws -> Bool {
        if position < buffer.count { return true }
        guard !isAtEnd else { return false }
        let data = try handle.read(upToCount: 1 << 16) ?? Data()
        buffer = Array(data)
        position = 0
        isAtEnd = data.isEmpty
        return !isAtEnd
    }
}
