public import GraphModel

/// A correction as the store keeps it.
public struct CorrectionRecord: Hashable, Sendable, Identifiable {
    /// Counts up from 1; never given twice.
    public var number: Int
    public var correction: Correction
    /// When it was taken back; nil while it is in force.
    public var undone: CorrectionTime?
    /// Whether it is in force, but articles speak no more (or not yet) of what it is about.
    public var isIdle: Bool

    public var id: Int { number }

    public init(number: Int, correction: Correction, undone: CorrectionTime? = nil, isIdle: Bool = false) {
        self.number = number
        self.correction = correction
        self.undone = undone
        self.isIdle = isIdle
    }
}

/// What taking over corrections from elsewhere did.
public struct CorrectionImport: Hashable, Sendable {
    /// Those that were not there.
    public var added = 0
    /// Those that were in force here, but taken back there.
    public var undone = 0
    /// Those that were there already.
    public var known = 0
    /// Numbers of those taken back there that others here build on.
    public var kept: [Int] = []

    public init() {}
}

/// Why a correction could not be made or taken back.
public enum CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The same correction, made at the same time, is there.
    case alreadyMade(number: Int)
    case unknownNumber(Int, last: Int)
    case alreadyUndone(number: Int, at: CorrectionTime)
    /// These corrections build on it.
    case inTheWay(number: Int, of: [CorrectionRecord])
    /// An article made by a correction goes with it only.
    case madeByHand(Document.ID, number: Int)

    public var description: String {
        switch self {
        case .alreadyMade(let number): "correction \(number) says just that already"
        case .unknownNumber(let number, let last):
            "there is no correction \(number); "
                + (last == 0 ? "none was made yet" : "the last one is \(last): 'entitygraph edit --log' shows all")
        case .alreadyUndone(let number, let time): "correction \(number) was taken back on \(time) already"
        case .inTheWay(let number, let others):
            "correction \(number) cannot be taken back while others build on it: "
                + others.map { "\($0.number) (\($0.correction))" }.joined(separator: ", ")
                + "; undo \(others.count == 1 ? "that one" : "those") first"
        case .madeByHand(let article, let number):
            "'\(article)' is no article but correction \(number); take it back with 'entitygraph edit --undo \(number)'"
        }
    }
}
