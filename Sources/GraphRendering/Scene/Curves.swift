import Foundation

/// The geometry of lines: Bézier curves as `Shape.curve` holds them, and the polylines that come near them.
enum Curves {
    /// A straight line as a curve.
    static func line(from start: Point, to end: Point) -> [Point] {
        [start, start + (end - start) * (1 / 3.0), start + (end - start) * (2 / 3.0), end]
    }

    /// Points along a curve, close enough to draw it with straight lines.
    static func flattened(_ points: [Point], steps: Int = 16) -> [Point] {
        guard var from = points.first else { return [] }
        var out = [from]
        for piece in stride(from: 1, to: points.count - 2, by: 3) {
            let (a, b, end) = (points[piece], points[piece + 1], points[piece + 2])
            for step in 1...steps {
                let t = Double(step) / Double(steps), s = 1 - t
                out.append(from * (s * s * s) + a * (3 * s * s * t) + b * (3 * s * t * t) + end * (t * t * t))
            }
            from = end
        }
        return out
    }

    /// The point at a share of a polyline's length, and the direction there.
    static func place(on line: [Point], at share: Double) -> (point: Point, direction: Point) {
        guard let first = line.first, let last = line.last else { return (Point(x: 0, y: 0), Point(x: 1, y: 0)) }
        var rest = length(line) * share
        for (a, b) in zip(line, line.dropFirst()) {
            let piece = (b - a).length
            if piece > 0, rest <= piece { return (a + (b - a) * (rest / piece), (b - a).unit) }
            rest -= piece
        }
        return (last, (last - first).unit)
    }

    static func length(_ line: [Point]) -> Double { zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }

    /// The strokes of a dashed line: `pattern` holds the lengths of strokes and gaps in turn.
    static func dashed(_ line: [Point], pattern: [Double]) -> [[Point]] {
        guard let first = line.first, pattern.contains(where: { $0 > 0 }) else { return [line] }
        var strokes: [[Point]] = [], current = [first], index = 0, rest = pattern[0]
        for (a, b) in zip(line, line.dropFirst()) {
            var from = a, left = (b - a).length
            let direction = (b - a).unit
            while left > rest {
                from = from + direction * rest
                left -= rest
                if index % 2 == 0 { strokes.append(current + [from]) }
                current = [from]
                index += 1
                rest = max(0.01, pattern[index % pattern.count])
            }
            rest -= left
            if index % 2 == 0 { current.append(b) }
        }
        if index % 2 == 0, current.count > 1 { strokes.append(current) }
        return strokes
    }

    /// The outline of a rectangle with rounded corners.
    static func rectangle(_ frame: Frame, radius: Double) -> [Point] {
        let radius = min(radius, frame.width / 2, frame.height / 2)
        guard radius > 0 else {
            return [
                Point(x: frame.x, y: frame.y), Point(x: frame.maxX, y: frame.y), Point(x: frame.maxX, y: frame.maxY),
                Point(x: frame.x, y: frame.maxY),
            ]
        }
        let corners = [
            (Point(x: frame.maxX - radius, y: frame.y + radius), 270.0), (Point(x: frame.maxX - radius, y: frame.maxY - radius), 0.0),
            (Point(x: frame.x + radius, y: frame.maxY - radius), 90.0), (Point(x: frame.x + radius, y: frame.y + radius), 180.0),
        ]
        return corners.flatMap { centre, start in
            (0...6).map { step in
                let angle = (start + Double(step) * 15) * .pi / 180
                return Point(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
            }
        }
    }

    static func ellipse(_ frame: Frame) -> [Point] {
        (0..<48).map { step in
            let angle = Double(step) * .pi / 24
            return Point(x: frame.centre.x + frame.width / 2 * cos(angle), y: frame.centre.y + frame.height / 2 * sin(angle))
        }
    }

    /// Where a line from the middle of a box towards `target` leaves the box, or the ellipse in it.
    static func exit(of box: Frame, towards target: Point, isEllipse: Bool) -> Point {
        let centre = box.centre, direction = (target - centre).unit
        let across = box.width / 2, up = box.height / 2
        guard across > 0, up > 0 else { return centre }
        let reach =
            isEllipse
            ? 1 / ((direction.x / across) * (direction.x / across) + (direction.y / up) * (direction.y / up)).squareRoot()
            : min(abs(direction.x) > 1e-9 ? across / abs(direction.x) : .infinity, abs(direction.y) > 1e-9 ? up / abs(direction.y) : .infinity)
        return centre + direction * reach
    }
}
