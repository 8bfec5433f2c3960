/// Places for the words on lines, where they cover neither nodes nor other words.
struct LabelPlacement {
    /// Shares of a line's length at which its words may stand, best first.
    private static let shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8]
    private static let cell = 120.0

    /// What is taken, by the squares of a grid that it touches.
    private var taken: [Square: [Frame]] = [:]

    private struct Square: Hashable {
        var column: Int
        var row: Int
    }

    /// - Parameter nodes: the frames that no words may cover.
    init(nodes: [Frame]) {
        for node in nodes { take(node) }
    }

    /// The middle of the words of this size on a line; nil if there is no free place for them.
    /// - Parameters:
    ///   - wished: where they should stand if that is free.
    ///   - line: a polyline that they may stand on.
    mutating func place(_ size: Size, wished: Point?, on line: [Point]) -> Point? {
        let besides = wished.map { [$0] } ?? []
        let along = Self.shares.lazy.flatMap { share -> [Point] in
            let (point, direction) = Curves.place(on: line, at: share)
            let side = direction.turned
            // On the line, then beside it, with words that just touch it.
            let reach = abs(side.x) * size.width / 2 + abs(side.y) * size.height / 2 + 2
            return [point, point + side * reach, point - side * reach]
        }
        for point in besides + Array(along) {
            let frame = Frame(centre: point, size: size)
            if isFree(frame) {
                take(frame)
                return point
            }
        }
        return nil
    }

    private func isFree(_ frame: Frame) -> Bool {
        squares(frame).allSatisfy { square in taken[square]?.allSatisfy { !$0.overlaps(frame) } ?? true }
    }

    private mutating func take(_ frame: Frame) {
        for square in squares(frame) { taken[square, default: []].append(frame) }
    }

    private func squares(_ frame: Frame) -> [Square] {
        let columns = Int((frame.x / Self.cell).rounded(.down))...Int((frame.maxX / Self.cell).rounded(.down))
        let rows = Int((frame.y / Self.cell).rounded(.down))...Int((frame.maxY / Self.cell).rounded(.down))
        return columns.flatMap { column in rows.map { Square(column: column, row: $0) } }
    }
}
