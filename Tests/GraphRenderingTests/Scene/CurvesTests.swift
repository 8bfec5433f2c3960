import Testing

@testable import GraphRendering

@Suite struct CurvesTests {
    private let line = Curves.line(from: Point(x: 0, y: 0), to: Point(x: 100, y: 0))

    @Test func aFlattenedCurveKeepsItsEnds() {
        let flat = Curves.flattened(line)
        #expect(flat.first == Point(x: 0, y: 0) && flat.last == Point(x: 100, y: 0))
        #expect(abs(Curves.length(flat) - 100) < 1e-6)
    }

    @Test("strokes and gaps alternate as the pattern says", arguments: [[9.0, 5], [10, 3.5, 1.8, 3.5], [1.8, 3]])
    func dashes(pattern: [Double]) {
        let strokes = Curves.dashed(Curves.flattened(line), pattern: pattern)
        let lengths = strokes.dropLast().map { Curves.length($0) }
        for (index, length) in lengths.enumerated() { #expect(abs(length - pattern[index * 2 % pattern.count]) < 1e-6) }
        let period = pattern.reduce(0, +), share = zip(pattern.indices, pattern).reduce(0) { $1.0 % 2 == 0 ? $0 + $1.1 : $0 } / period
        #expect(abs(strokes.reduce(0) { $0 + Curves.length($1) } - 100 * share) <= period)
    }

    @Test func aLineLeavesABoxAtItsBorder() {
        let box = Frame(x: 0, y: 0, width: 40, height: 20)
        #expect(Curves.exit(of: box, towards: Point(x: 120, y: 10), isEllipse: false) == Point(x: 40, y: 10))
        #expect(Curves.exit(of: box, towards: Point(x: 20, y: 90), isEllipse: true) == Point(x: 20, y: 20))
    }
}
