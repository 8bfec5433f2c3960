internal import Foundation
internal import GRDB

/// What a file says of itself before SQLite gets to open it.
struct FileHeader {
    private let path: String
    private let applicationID: Int
    private let version: Int
    /// Whether it is a database without any table.
    private let isBlank: Bool

    /// Reads the header of this file; nil if there is no file, or an empty one.
    init?(path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue { throw StoreError(path: path, reason: .isFolder) }
        let bytes: [UInt8]
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            bytes = [UInt8](try handle.read(upToCount: 100) ?? Data())
        } catch {
            throw StoreError(path: path, reason: .cannotOpen("no permission to read it"))
        }
        if bytes.isEmpty { return nil }
        guard bytes.count == 100, bytes.starts(with: "SQLite format 3\0".utf8) else { throw StoreError(path: path, reason: .notADatabase) }
        self.path = path
        if Self.logIsEmpty(path) {
            // SQLite's file format: big-endian numbers at fixed places.
            func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
            applicationID = number(at: 68)
            version = number(at: 60)
            isBlank = number(at: 40) == 0
        } else {
            // What was written last stands in the log, which SQLite has to read.
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(TimeInterval(GraphStore.patience))
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            (applicationID, version, isBlank) = try queue.read { database in
                func number(_ sql: String) throws -> Int { try SQLStatement(database, sql).first { $0.integer(0) } ?? 0 }
                return (
                    try number("PRAGMA application_id"), try number("PRAGMA user_version"), try number("SELECT count(*) FROM sqlite_schema") == 0
                )
            }
        }
    }

    /// Makes sure that the file holds a store of a known version.
    func check(_ access: GraphStore.Access) throws {
        // A program that died while making a store leaves a database without tables.
        if applicationID == 0, version == 0, isBlank, access == .readWrite { return }
        guard applicationID == Schema.applicationID else { throw StoreError(path: path, reason: .notAStore) }
        if version > Schema.version { throw StoreError(path: path, reason: .newerVersion(found: version, known: Schema.version)) }
        if version < Schema.version, access == .readOnly {
            throw StoreError(path: path, reason: .olderVersion(found: version, known: Schema.version))
        }
    }

    /// Whether the database's write-ahead log holds nothing that the file does not.
    static func logIsEmpty(_ path: String) -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (size ?? 0) == 0
    }
}
