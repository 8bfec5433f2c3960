internal import CInference

/// The memory in which a `LanguageModel` works: keep one for each thread and hand it to every call.
///
/// Its contents never change a result: it saves allocations, and splitting the same word into pieces twice.
public final class Workspace {
    var batch = Batch()
    var buffers = Buffers()
    private var piecesOfWord: [String: WordPieces] = [:]
    private var piecesFrom: ObjectIdentifier?

    /// More cached words than this are thrown away and gathered anew.
    private static let cacheLimit = 50_000

    /// An empty workspace; it grows with the first sentences.
    public init() {}

    /// The word's pieces, from the cache if it holds them.
    func pieces(of word: String, by tokenizer: WordPieceTokenizer, of model: LanguageModel) -> WordPieces {
        // Strings that differ in their scalars may be equal (é, e + accent) and still give different pieces: cache ASCII only.
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return tokenizer.pieces(of: word) }
        if piecesFrom != ObjectIdentifier(model) || piecesOfWord.count >= Self.cacheLimit {
            piecesOfWord.removeAll(keepingCapacity: true)
            piecesFrom = ObjectIdentifier(model)
        }
        if let known = piecesOfWord[word] { return known }
        let pieces = tokenizer.pieces(of: word)
        piecesOfWord[word] = pieces
        return pieces
    }
}

/// A growing array of numbers without initialization, aligned for the kernels.
final class Buffer<Element: BitwiseCopyable> {
    private var storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    deinit { storage.deallocate() }

    /// Room for `count` elements; what it held before is lost where it has to grow.
    func room(for count: Int) -> UnsafeMutablePointer<Element> {
        let size = max(count, 1) * MemoryLayout<Element>.stride
        if storage.count < size {
            storage.deallocate()
            storage = .allocate(byteCount: size, alignment: 64)
        }
        guard let start = storage.baseAddress else { preconditionFailure("an allocated buffer has no address") }
        return start.assumingMemoryBound(to: Element.self)
    }
}

/// The buffers of one forward pass.
struct Buffers {
    /// Rows x width: the state of each piece.
    let state = Buffer<Float>()
    /// Rows x 3 width: queries, keys, values.
    let attentionInput = Buffer<Float>()
    /// Rows x width: what attention gathers.
    let context = Buffer<Float>()
    /// Rows x width: what a block adds to the state.
    let addition = Buffer<Float>()
    /// Block rows x inner.
    let inner = Buffer<Float>()
    /// Head width x pieces of a sentence.
    let keys = Buffer<Float>()
    /// Pieces x pieces of a sentence; later words x words.
    let scores = Buffer<Float>()
    /// Tasks x word rows x width.
    let words = Buffer<Float>()
    /// Word rows x outputs of a head.
    let outputs = Buffer<Float>()
    /// Word rows x arc width.
    let dependents = Buffer<Float>()
    private let codes = Buffer<Int16>()
    private let codeScale = Buffer<Float>()
    private let codeZero = Buffer<Int32>()

    /// Room for the codes of `rows` rows.
    func codes(rows: Int, width: Int) -> inference_codes {
        inference_codes(codes: codes.room(for: rows * width), scale: codeScale.room(for: rows), zero: codeZero.room(for: rows))
    }
}
