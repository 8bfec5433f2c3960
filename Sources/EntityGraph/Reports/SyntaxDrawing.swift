import GraphModel

/// Draws sentences with their dependency trees and names as one SVG picture: words in a row, arcs from head to dependent above, names below.
struct SyntaxDrawing {
    /// - Parameter sentence: only this one, from 1; nil for all.
    /// - Returns: nil if there is no such sentence.
    static func svg(of document: AnnotatedDocument, sentence number: Int? = nil) -> String? {
        let chosen = document.sentences.enumerated().filter { number == nil || $0.offset + 1 == number }
        if chosen.isEmpty { return nil }
        var body = ""
        var (top, width) = (margin, 0.0)
        for (offset, sentence) in chosen {
            let row = SentenceRow(document, sentence)
            body += "<g transform=\"translate(\(number: margin) \(number: top))\">\n"
            body += "<title>\("\(offset + 1): \(document.text(of: sentence.tokens))".escapedForXML)</title>\n\(row.elements())</g>\n"
            top += row.height + margin
            width = max(width, row.width)
        }
        let (fullWidth, fullHeight) = ("\(number: width + 2 * margin)", "\(number: top)")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(fullWidth)" height="\(fullHeight)" viewBox="0 0 \(fullWidth) \(fullHeight)" role="img" \
            font-family="DejaVu Sans, Helvetica, Arial, sans-serif">
            <title>\((document.document.title.isEmpty ? "Dependency trees" : document.document.title).escapedForXML)</title>
            <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
            <path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>
            <rect width="100%" height="100%" fill="#fff"/>
            \(body)</svg>

            """
    }

    private static let margin = 20.0
}

/// One sentence of the picture.
private struct SentenceRow {
    private let document: AnnotatedDocument
    private let sentence: Sentence
    /// By token: where its column begins and ends.
    private var columns: [(left: Double, right: Double)] = []
    private var arcs: [Arc] = []

    private struct Arc {
        let from: Int
        let to: Int
        let label: String
        var level = 1
        var isRoot: Bool { from == to }
        var low: Int { min(from, to) }
        var high: Int { max(from, to) }
    }

    private static let gap = 14.0
    private static let step = 24.0
    private static let textHeight = 64.0

    init(_ document: AnnotatedDocument, _ sentence: Sentence) {
        (self.document, self.sentence) = (document, sentence)
        var left = 0.0
        for token in document.tokens[sentence.tokens] {
            let width = max(Self.width(token.text, 15), Self.width(token.partOfSpeech.tag, 10), Self.width(token.label.name, 10) + 8)
            columns.append((left, left + width))
            left += width + Self.gap
        }
        for (place, token) in document.tokens[sentence.tokens].enumerated() {
            arcs.append(Arc(from: token.head.map { $0 - sentence.tokens.lowerBound } ?? place, to: place, label: token.label.name))
        }
        // An arc runs above all those that it spans.
        let order = arcs.indices.sorted { (arcs[$0].high - arcs[$0].low, $0) < (arcs[$1].high - arcs[$1].low, $1) }
        var levels = [Int](repeating: 0, count: columns.count + 1)
        for index in order where !arcs[index].isRoot {
            let between = arcs[index].low..<arcs[index].high
            let level = (levels[between].max() ?? 0) + 1
            arcs[index].level = level
            for place in between { levels[place] = level }
        }
        let highest = levels.max() ?? 0
        for index in arcs.indices where arcs[index].isRoot { arcs[index].level = highest + 1 }
    }

    var width: Double { columns.last?.right ?? 0 }
    private var baseline: Double { Double(arcs.map(\.level).max() ?? 1) * Self.step + 10 }
    var height: Double { baseline + Self.textHeight }

    func elements() -> String {
        var output = ""
        for name in document.names where sentence.tokens.contains(name.tokens.lowerBound) { output += mark(name) }
        for arc in arcs { output += path(of: arc) }
        for (place, token) in document.tokens[sentence.tokens].enumerated() {
            let x = (columns[place].left + columns[place].right) / 2
            output += text(token.text, x, baseline + 18, size: 15, colour: "#111")
            output += text(token.partOfSpeech.tag, x, baseline + 33, size: 10, colour: "#777")
        }
        return output
    }

    private func mark(_ name: NameSpan) -> String {
        let low = name.tokens.lowerBound - sentence.tokens.lowerBound
        let high = min(name.tokens.upperBound - sentence.tokens.lowerBound, columns.count) - 1
        let (left, right) = (columns[low].left - 5, columns[high].right + 5)
        let colour = Self.colours[name.type] ?? "#eee"
        return """
            <rect x="\(number: left)" y="\(number: baseline + 2)" width="\(number: right - left)" height="50" rx="5" fill="\(colour)"/>

            """ + text(name.type.rawValue, (left + right) / 2, baseline + 47, size: 10, colour: "#333")
    }

    private func path(of arc: Arc) -> String {
        let top = baseline - Double(arc.level) * Self.step
        let to = (columns[arc.to].left + columns[arc.to].right) / 2
        if arc.isRoot {
            return "<path d=\"M\(number: to) \(number: top)V\(number: baseline)\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#arrow)\"/>\n"
                + text(arc.label, to, top - 3, size: 10, colour: "#333")
        }
        // Arcs that leave a word part to both sides of its middle; the one that arrives stands there.
        let middle = (columns[arc.from].left + columns[arc.from].right) / 2
        let from = middle + (arc.to > arc.from ? 5 : -5)
        let bend = (arc.to > arc.from ? 6.0 : -6.0)
        return """
            <path d="M\(number: from) \(number: baseline)V\(number: top + 6)Q\(number: from) \(number: top) \(number: from + bend) \(number: top)\
            H\(number: to - bend)Q\(number: to) \(number: top) \(number: to) \(number: top + 6)V\(number: baseline)" fill="none" \
            stroke="#555" marker-end="url(#arrow)"/>

            """ + text(arc.label, (from + to) / 2, top - 3, size: 10, colour: "#333")
    }

    private func text(_ text: String, _ x: Double, _ y: Double, size: Int, colour: String) -> String {
        """
        <text x="\(number: x)" y="\(number: y)" font-size="\(size)" fill="\(colour)" text-anchor="middle">\(text.escapedForXML)</text>

        """
    }

    /// About how wide the text is drawn; wide scripts count double.
    private static func width(_ text: String, _ size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + size * ($1.value >= 0x2E80 ? 1 : narrow.contains($1) ? 0.36 : $1.properties.isUppercase ? 0.74 : 0.62) }
    }

    private static let narrow: Set<Unicode.Scalar> = ["i", "l", "j", "t", "f", "r", ".", ",", "'", ":", ";", "I", "!", "|", "-"]
    private static let colours: [NameType: String] = [
        .person: "#cfe8ff", .organization: "#ffe3c2", .location: "#d5f2d0", .facility: "#e5f0c4", .affiliation: "#eadcff", .date: "#f0f0f0",
        .money: "#f7f3c0", .miscellaneous: "#fddde6",
    ]
}

extension DefaultStringInterpolation {
    /// A coordinate to a tenth of a pixel, without a trailing zero.
    fileprivate mutating func appendInterpolation(number: Double) {
        let tenths = Int((number * 10).rounded())
        let whole = abs(tenths) / 10
        appendLiteral((tenths < 0 ? "-" : "") + "\(whole)" + (abs(tenths) % 10 == 0 ? "" : ".\(abs(tenths) % 10)"))
    }
}
