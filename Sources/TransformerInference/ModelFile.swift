internal import CInference

/// A model file mapped into memory: its header, and its tensors by name. `Training/entitygraph_training/model_file.py`
/// describes the format.
///
/// Safe to share between threads: the mapping is read-only and lives as long as this object.
final class ModelFile: @unchecked Sendable {
    static let version = 1
    private static let magic: [UInt8] = [0x89, 0x45, 0x47, 0x4D, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let fixedSize = 64

    private struct Tensor {
        let type: Substring
        let shape: [Int]
        let offset: Int
        var count: Int { shape.reduce(1, *) }
    }

    let path: String
    private(set) var identifier = ""
    private let mapping: inference_mapping
    private var dimensions: [Substring: Int] = [:]
    private var labelSets: [Substring: [String]] = [:]
    private var tensors: [Substring: Tensor] = [:]

    /// Maps the file and reads its header; does not read the tensors (see `verify`).
    init(path: String) throws(ModelFileError) {
        self.path = path
        mapping = inference_map_file(path)
        guard let start = mapping.bytes else {
            throw .unreadable(path: path, reason: Self.words(for: mapping.error))
        }
        guard mapping.count >= Self.magic.count, (0..<Self.magic.count).allSatisfy({ start[$0] == Self.magic[$0] }) else {
            throw .notAModel(path: path)
        }
        guard mapping.count >= Self.fixedSize else {
            throw .wrongSize(path: path, found: mapping.count, expected: Self.fixedSize)
        }
        let header = UnsafeRawPointer(start)
        let version = Int(UInt32(littleEndian: header.load(fromByteOffset: 8, as: UInt32.self)))
        guard version == Self.version else { throw .wrongVersion(path: path, found: version, supported: Self.version) }
        let textSize = Int(UInt32(littleEndian: header.load(fromByteOffset: 12, as: UInt32.self)))
        let size = Int(clamping: UInt64(littleEndian: header.load(fromByteOffset: 16, as: UInt64.self)))
        guard mapping.count == size else { throw .wrongSize(path: path, found: mapping.count, expected: size) }
        guard textSize % 8 == 0, Self.fixedSize + textSize <= size else { throw .damaged(path: path, detail: "its header does not fit") }
        let expected = UInt64(littleEndian: header.load(fromByteOffset: 24, as: UInt64.self))
        guard inference_checksum(start + Self.fixedSize, textSize / 8) == expected else {
            throw .damaged(path: path, detail: "the checksum of its header is wrong")
        }
        try readText(String(decoding: UnsafeRawBufferPointer(start: header + Self.fixedSize, count: textSize), as: UTF8.self))
    }

    deinit { inference_unmap(mapping) }

    /// Compares the tensors with the checksum in the header: reads the whole file (some 10 ms).
    func verify() throws(ModelFileError) {
        guard let start = mapping.bytes else { return }
        let header = UnsafeRawPointer(start)
        let textSize = Int(UInt32(littleEndian: header.load(fromByteOffset: 12, as: UInt32.self)))
        let expected = UInt64(littleEndian: header.load(fromByteOffset: 32, as: UInt64.self))
        let begin = Self.fixedSize + textSize
        guard inference_checksum(start + begin, (mapping.count - begin) / 8) == expected else {
            throw .damaged(path: path, detail: "the checksum of its weights is wrong")
        }
    }

    private func readText(_ text: String) throws(ModelFileError) {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            switch (fields.first, fields.count) {
            case ("identifier", 2):
                identifier = String(fields[1])
            case ("dimension", 3):
                dimensions[fields[1]] = Int(fields[2])
            case ("labels", 3...):
                labelSets[fields[1]] = fields.dropFirst(2).map(String.init)
            case ("tensor", 5):
                let shape = fields[3].split(separator: "x").compactMap { Int($0) }
                guard let offset = Int(fields[4]) else { throw unreadable(line) }
                tensors[fields[1]] = Tensor(type: fields[2], shape: shape, offset: offset)
            default:
                throw unreadable(line)
            }
        }
    }

    private func unreadable(_ line: Substring) -> ModelFileError {
        .damaged(path: path, detail: "its header holds the line '\(line.prefix(80))', which this program does not know")
    }

    func dimension(_ name: String) throws(ModelFileError) -> Int {
        guard let value = dimensions[Substring(name)], value > 0 else {
            throw .damaged(path: path, detail: "its header lacks the dimension '\(name)'")
        }
        return value
    }

    func labels(_ head: String) throws(ModelFileError) -> [String] {
        guard let labels = labelSets[Substring(head)] else {
            throw .damaged(path: path, detail: "its header lacks the labels of '\(head)'")
        }
        return labels
    }

    /// A tensor's numbers, checked to be of this type and shape and to lie within the file.
    func tensor<Element: BitwiseCopyable>(
        _ name: String, _ type: String, _ shape: [Int], as element: Element.Type
    ) throws(ModelFileError) -> UnsafePointer<Element> {
        guard let tensor = tensors[Substring(name)], let start = mapping.bytes else {
            throw .damaged(path: path, detail: "its header lacks the tensor '\(name)'")
        }
        guard tensor.type == type, tensor.shape == shape else {
            throw .damaged(path: path, detail: "the tensor '\(name)' is \(tensor.type) \(tensor.shape), expected \(type) \(shape)")
        }
        let (offset, size) = (tensor.offset, tensor.count * MemoryLayout<Element>.stride)
        guard offset >= 0, offset % 64 == 0, size <= mapping.count, offset <= mapping.count - size else {
            throw .damaged(path: path, detail: "the tensor '\(name)' lies outside the file")
        }
        return UnsafeRawPointer(start + offset).assumingMemoryBound(to: Element.self)
    }

    /// A tensor's shape, for those that the dimensions do not fix.
    func shape(_ name: String) throws(ModelFileError) -> [Int] {
        guard let tensor = tensors[Substring(name)] else {
            throw .damaged(path: path, detail: "its header lacks the tensor '\(name)'")
        }
        return tensor.shape
    }

    private static func words(for error: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            inference_describe_error(error, start, buffer.count)
            return String(cString: start)
        }
    }
}
