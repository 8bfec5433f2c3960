/// A picture as shapes with their places: all that is needed to write it in any format.
struct Scene: Sendable {
    var size: Size
    var background: String
    /// What a screen reader calls the picture.
    var title: String
    /// What a screen reader says of the picture.
    var description: String
    /// Later ones cover earlier ones.
    var figures: [Figure]
}

/// Shapes that belong together: an entity, a line, the words on it.
struct Figure: Sendable {
    /// A stable name, unique in its picture; nil for decoration.
    var id: String?
    /// For styling and scripts, such as "node person".
    var classes: [String] = []
    /// What a script wants to know, by attribute name without `data-`.
    var data: [(key: String, value: String)] = []
    /// Shown where the pointer rests.
    var tooltip: String?
    /// Where a click leads.
    var link: String?
    var shapes: [Shape]

    /// What the shapes cover; nil if there are none.
    var frame: Frame? {
        shapes.map(\.frame).reduce(nil) { all, next in all?.union(next) ?? next }
    }
}

/// How a shape is filled and outlined.
struct Paint: Hashable, Sendable {
    /// nil for no filling.
    var fill: String?
    /// Of the filling, 0 to 1.
    var opacity = 1.0
    /// nil for no outline.
    var stroke: String?
    /// Of the outline, in points.
    var width = 1.0
    /// Lengths of strokes and gaps, in points; empty for a solid line.
    var dashes: [Double] = []
}

/// What a picture is made of.
enum Shape: Hashable, Sendable {
    case polygon([Point], Paint)
    /// With corners rounded by a radius.
    case rectangle(Frame, radius: Double, Paint)
    case ellipse(Frame, Paint)
    case polyline([Point], Paint)
    /// Cubic Bézier curves: a first point, then three for each piece.
    case curve([Point], Paint)
    case text(TextLine)

    var frame: Frame {
        switch self {
        case .polygon(let points, _), .polyline(let points, _), .curve(let points, _):
            Frame(around: points) ?? Frame(x: 0, y: 0, width: 0, height: 0)
        case .rectangle(let frame, _, _), .ellipse(let frame, _): frame
        case .text(let line): line.frame
        }
    }
}

/// Words of one size, colour and style.
struct TextRun: Hashable, Sendable {
    var text: String
    var size: Double
    var colour: String
    var isBold = false
    var isStruck = false

    var width: Double { TextMetrics.width(of: text, size: size, isBold: isBold) }
}

/// A line of text, as runs one after the other.
struct TextLine: Hashable, Sendable {
    enum Anchor: Hashable, Sendable {
        case start, middle
    }

    var runs: [TextRun]
    /// The start or the middle of the baseline.
    var place: Point
    var anchor: Anchor = .start

    var width: Double { runs.reduce(0) { $0 + $1.width } }
    /// Where the first run begins.
    var start: Double { anchor == .start ? place.x : place.x - width / 2 }

    var frame: Frame {
        let size = runs.map(\.size).max() ?? 0
        return Frame(x: start, y: place.y - size * 0.8, width: width, height: size)
    }
}
