/// A place on a picture, in points; y grows downwards.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
    static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

    var length: Double { (x * x + y * y).squareRoot() }

    /// The direction of this vector, or to the right if it has none.
    var unit: Point { length > 1e-9 ? self * (1 / length) : Point(x: 1, y: 0) }

    /// The vector turned by a right angle.
    var turned: Point { Point(x: -y, y: x) }
}

struct Size: Hashable, Sendable {
    var width: Double
    var height: Double
}

/// A rectangle, by its upper left corner.
struct Frame: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    init(centre: Point, size: Size) {
        self.init(x: centre.x - size.width / 2, y: centre.y - size.height / 2, width: size.width, height: size.height)
    }

    /// The smallest frame around some points; nil if there are none.
    init?(around points: some Sequence<Point>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        var low = first, high = first
        while let next = iterator.next() {
            low = Point(x: min(low.x, next.x), y: min(low.y, next.y))
            high = Point(x: max(high.x, next.x), y: max(high.y, next.y))
        }
        self.init(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
    }

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var centre: Point { Point(x: x + width / 2, y: y + height / 2) }
    var size: Size { Size(width: width, height: height) }

    /// The frame made larger, or with a negative distance smaller, on all sides.
    func grown(by distance: Double) -> Frame {
        Frame(x: x - distance, y: y - distance, width: max(0, width + 2 * distance), height: max(0, height + 2 * distance))
    }

    func moved(by offset: Point) -> Frame { Frame(x: x + offset.x, y: y + offset.y, width: width, height: height) }

    func union(_ other: Frame) -> Frame {
        let left = min(x, other.x), top = min(y, other.y)
        return Frame(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    /// Whether the two share more than a border.
    func overlaps(_ other: Frame) -> Bool { x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY }
}
