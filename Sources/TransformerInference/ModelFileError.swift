/// Why a model file could not be opened.
public enum ModelFileError: Error, Equatable, CustomStringConvertible {
    /// The file could not be read; `reason` is the system's.
    case unreadable(path: String, reason: String)
    /// The file does not begin as a model file does.
    case notAModel(path: String)
    /// The file has another version of the format than this program reads.
    case wrongVersion(path: String, found: Int, supported: Int)
    /// The file is shorter or longer than its header says.
    case wrongSize(path: String, found: Int, expected: Int)
    /// The file's bytes do not match its checksum, or its header contradicts itself.
    case damaged(path: String, detail: String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path): cannot read the language model: \(reason); name a model file with --model or reinstall"
        case .notAModel(let path):
            "\(path): this is not a language model of EntityGraph; expected a file that begins with the bytes 89 45 47 4D"
        case .wrongVersion(let path, let found, let supported) where found > supported:
            "\(path): the language model has format version \(found), this program reads version \(supported); use a newer program"
        case .wrongVersion(let path, let found, let supported):
            "\(path): the language model has format version \(found), this program reads version \(supported); export the model again"
        case .wrongSize(let path, let found, let expected):
            "\(path): the language model has \(found) bytes, its header says \(expected); it is incomplete, fetch it again"
        case .damaged(let path, let detail):
            "\(path): the language model is damaged: \(detail); fetch it again"
        }
    }
}
