import GraphModel

/// How a line is drawn, with what stands at its end and on it: as an edge of the picture and as its sample in the legend.
struct LineStyle: Hashable, Sendable {
    var colour: String
    /// Shows between double lines and inside hollow heads.
    var paper: String
    var width: Double
    var dashes: [Double] = []
    var isDouble = false
    /// nil for a line without direction.
    var head: StatusStyle.Head?
    /// Whether its other end bears a head as well.
    var isTwoWay = false
    var mark: StatusStyle.Mark?
    /// Stands where the line begins, and at both ends of one without direction.
    var toneMark: Tone.Mark?

    init(colour: String, paper: String, width: Double, dashes: [Double] = [], isDouble: Bool = false, head: StatusStyle.Head? = nil) {
        self.colour = colour
        self.paper = paper
        self.width = width
        self.dashes = dashes
        self.isDouble = isDouble
        self.head = head
    }

    /// The line of a status and a tone.
    init(_ status: Status, _ tone: Tone, theme: Theme, sources: Int, isSymmetric: Bool) {
        let style = StatusStyle(status)
        let width = style.isFaded || style.isDouble ? 1.1 : Self.width(sources: sources)
        self.init(
            colour: style.isFaded ? theme.faint : tone.colour(theme), paper: theme.paper, width: width, dashes: style.dashes,
            isDouble: style.isDouble,
            head: isSymmetric ? nil : style.head)
        mark = style.mark
        toneMark = tone.mark
    }

    /// The line of a change.
    init(_ change: Change, theme: Theme, isSymmetric: Bool) {
        self.init(
            colour: change.colour(theme), paper: theme.paper, width: change.width, dashes: change.dashes, isDouble: change.isDouble,
            head: isSymmetric ? nil : .filled)
    }

    /// Points of width for a line that so many independent sources back: a step up with every doubling.
    static func width(sources: Int) -> Double {
        var width = 1.3, remaining = sources
        while remaining > 1, width < 4.3 {
            width += 0.75
            remaining /= 2
        }
        return width
    }

    /// The shapes of a line along a curve with a tip.
    /// - Parameters:
    ///   - words: what the mark on the line should stand near, but not under.
    ///   - ends: the entities that it joins, which would cover a mark.
    func shapes(curve: [Point], tip: Point, words: Frame? = nil, ends: [Frame] = []) -> [Shape] {
        guard let start = curve.first, let end = curve.last else { return [] }
        var shapes: [Shape] = []
        if isDouble {
            shapes.append(.curve(curve, Paint(stroke: colour, width: width * 2 + 2.4)))
            shapes.append(.curve(curve, Paint(stroke: paper, width: 2.4)))
        } else {
            shapes.append(.curve(curve, Paint(stroke: colour, width: width, dashes: dashes)))
        }
        let line = Curves.flattened(curve)
        if let head {
            shapes += self.head(head, at: tip, direction: tip == end ? Curves.place(on: line, at: 1).direction : (tip - end).unit)
            if isTwoWay { shapes += self.head(head, at: start, direction: Curves.place(on: line, at: 0).direction * -1) }
        }
        if let mark { shapes += self.mark(mark, on: line, near: words) }
        if let toneMark {
            shapes.append(self.toneMark(toneMark, on: line, from: isTwoWay ? StraightRoutes.arrow : 0, outside: ends))
            if head == nil { shapes.append(self.toneMark(toneMark, on: line.reversed(), from: 0, outside: ends)) }
        }
        return shapes
    }

    private func head(_ head: StatusStyle.Head, at tip: Point, direction: Point) -> [Shape] {
        let length = StraightRoutes.arrow + max(0, width - 1.5) * 0.6, side = direction.turned
        let base = tip - direction * length
        let left = base + side * (length * 0.38), right = base - side * (length * 0.38)
        switch head {
        case .filled: return [.polygon([tip, left, right], Paint(fill: colour, stroke: colour, width: 0.8))]
        case .hollow: return [.polygon([tip, left, right], Paint(fill: paper, stroke: colour, width: 1.2))]
        case .open:
            return [.polyline([base, tip], Paint(stroke: colour, width: width)), .polyline([left, tip, right], Paint(stroke: colour, width: 1.4))]
        case .diamond:
            let middle = tip - direction * (length / 2)
            return [
                .polygon(
                    [tip, middle + side * (length * 0.34), base, middle - side * (length * 0.34)], Paint(fill: paper, stroke: colour, width: 1.2))
            ]
        }
    }

    private func mark(_ mark: StatusStyle.Mark, on line: [Point], near words: Frame?) -> [Shape] {
        let (point, direction) = Self.placeOfMark(on: line, near: words)
        let side = direction.turned, paint = Paint(stroke: colour, width: 1.8)
        switch mark {
        case .cross:
            let a = (direction + side) * 4.2, b = (direction - side) * 4.2
            return [.polyline([point - a, point + a], paint), .polyline([point - b, point + b], paint)]
        case .bars:
            return [-2.2, 2.2].map { shift in
                let foot = point + direction * shift
                return .polyline([foot - side * 5, foot + side * 5], paint)
            }
        }
    }

    /// - Parameter distance: how far from the line's first point the room for it begins.
    private func toneMark(_ mark: Tone.Mark, on line: [Point], from distance: Double, outside ends: [Frame]) -> Shape {
        let stroke = isDouble ? width * 2 + 2.4 : width
        let length = max(1, Curves.length(line)), radius = 1.9 + stroke * 0.6
        func shape(at distance: Double) -> Shape {
            let (point, direction) = Curves.place(on: line, at: min(0.5, distance / length))
            switch mark {
            case .dot: return .ellipse(Frame(centre: point, size: Size(width: 2 * radius, height: 2 * radius)), Paint(fill: colour))
            case .bar:
                let arm = direction.turned * (2.5 + stroke * 0.45)
                return .polyline([point - arm, point + arm], Paint(stroke: colour, width: max(1.8, width * 0.8)))
            }
        }
        // A line that leaves an entity aslant takes its mark a little further out.
        let places = (0...12).lazy.map { shape(at: distance + radius + 2.2 + Double($0)) }
        return places.first { shape in !ends.contains { $0.overlaps(shape.frame) } } ?? shape(at: distance + radius + 2.2)
    }

    /// Where the line comes nearest to its words without being covered by them; without words, past its middle.
    private static func placeOfMark(on line: [Point], near words: Frame?) -> (point: Point, direction: Point) {
        guard let words else { return Curves.place(on: line, at: 0.6) }
        let covered = words.grown(by: 6)
        let places = (2...18).map { Curves.place(on: line, at: Double($0) / 20) }
        let free = places.filter { place in
            !(covered.x...covered.maxX ~= place.point.x && covered.y...covered.maxY ~= place.point.y)
        }
        func distance(_ place: (point: Point, direction: Point)) -> Double { (place.point - words.centre).length }
        // On a line that its words cover all along, as far from their middle as possible.
        return free.min { distance($0) < distance($1) } ?? places.max { distance($0) < distance($1) } ?? places[0]
    }
}
