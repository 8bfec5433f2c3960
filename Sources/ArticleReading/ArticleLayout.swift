import GraphModel

/// An article's text taken apart: its headline, subheadings and paragraphs, and what the furniture around them tells.
struct ArticleLayout {
    private(set) var passages: [Passage] = []
    private(set) var headline: String?
    private(set) var publisher: String?
    /// The best date that the text states.
    private(set) var published: PartialDate?

    /// - Parameters:
    ///   - text: the article without a byte-order mark.
    ///   - title: the headline if it is known from elsewhere; the text's first line is then a headline only if it says the same.
    /// - Throws: `ReadingError.badDateLine`.
    init(text: String, title: String?, source: String) throws(ReadingError) {
        self.text = text
        knownTitle = title?.foldedWords
        var lines = TextLine.lines(of: text)
        let dateLine = try Self.dateLine(&lines, source: source)
        let blocks = readFurniture(in: lines)
        if let dateLine { published = dateLine }
        var units: [Unit] = []
        for block in blocks { units += Self.units(of: block, in: text) }
        setRoles(of: &units)
        keepOnce(&units)
        for unit in units { addPassage(unit, isAfterDateLine: dateLine != nil) }
    }

    private let text: String
    private let knownTitle: String?
    private var bestRank = Int.max

    /// A headline, subheading or paragraph before it is trimmed.
    private struct Unit {
        var span: TextSpan
        var words: Int
        var folded: String
        var role = Passage.Role.paragraph
    }

    // MARK: Lines

    /// Reads and removes the line `date YYYY-MM-DD …` at the head of the text.
    private static func dateLine(_ lines: inout [TextLine], source: String) throws(ReadingError) -> PartialDate? {
        guard let index = lines.firstIndex(where: { !$0.isBlank }) else { return nil }
        let line = lines[index]
        guard let first = line.words.first, first == "date" || first == "date:" else { return nil }
        let found = line.words.count > 1 ? line.words[1] : ""
        guard let date = PartialDate(found) else {
            // A headline that begins with this word is longer and bears no digits right after it.
            if line.words.count > 3, !found.contains(where: \.isNumber) { return nil }
            throw .badDateLine(source: source, line: line.number, found: String(line.words.dropFirst().first ?? ""))
        }
        lines.removeSubrange(...index)
        return date
    }

    /// Notes what furniture tells, and gives the other lines in blocks that were separated by blank lines or furniture.
    private mutating func readFurniture(in lines: [TextLine]) -> [[TextLine]] {
        var blocks: [[TextLine]] = []
        var block: [TextLine] = []
        let filled = lines.filter { !$0.isBlank }.count
        var seen = 0
        var isFirst = true
        for line in lines {
            if !line.isBlank {
                seen += 1
                guard let furniture = Furniture(line, isFirst: isFirst) else {
                    if line.text.contains(where: { $0.isLetter || $0.isNumber }) {
                        block.append(line)
                        isFirst = false
                        continue
                    }
                    if !block.isEmpty { blocks.append(block) }
                    block = []
                    continue
                }
                note(furniture, isAtBorder: seen <= 15 || seen > filled - 15)
            }
            if !block.isEmpty { blocks.append(block) }
            block = []
        }
        if !block.isEmpty { blocks.append(block) }
        return blocks
    }

    private mutating func note(_ furniture: Furniture, isAtBorder: Bool) {
        switch furniture {
        case .publisher(let name): publisher = publisher ?? name
        case .date(let date, let rank) where isAtBorder && rank < bestRank:
            published = date
            bestRank = rank
        case .date, .other: break
        }
    }

    // MARK: Blocks

    /// Joins the lines of a block that were one paragraph before they were wrapped.
    private static func units(of block: [TextLine], in text: String) -> [Unit] {
        let width = block.map(\.width).max() ?? 0
        var units: [Unit] = []
        var last: TextLine?
        for line in block {
            if let before = last, var unit = units.last, continues(before, line, width: width) {
                unit.span = TextSpan(start: unit.span.start, end: line.span.end)
                unit.words += line.words.count
                unit.folded += " " + line.text.foldedWords
                units[units.count - 1] = unit
            } else {
                units.append(Unit(span: line.span, words: line.words.count, folded: line.text.foldedWords))
            }
            last = line
        }
        return units
    }

    /// Whether a line goes on where the one before broke off: in wrapped text the next word would not have fitted on it.
    private static func continues(_ before: TextLine, _ line: TextLine, width: Int) -> Bool {
        if isListItem(line) { return false }
        let isOpen = !before.text.endsSentence || before.text.lastBeforeQuotes == ","
        if before.width >= 30, isOpen, line.text.first?.isLowercase == true { return true }
        guard width <= 120, width >= 40 else { return false }
        return before.width + 1 + (line.words.first?.count ?? 0) > width - 8
    }

    private static func isListItem(_ line: TextLine) -> Bool {
        line.words.count > 1 && ["-", "•", "*", "–", "·", "▪", "●"].contains(String(line.words[0]))
    }

    // MARK: Roles

    private mutating func setRoles(of units: inout [Unit]) {
        guard let first = units.first else { return }
        if let knownTitle {
            if first.folded == knownTitle { units[0].role = .headline }
        } else if units.count > 1, isHeadline(first) {
            units[0].role = .headline
            headline = text[first.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        for index in units.indices where units[index].role == .paragraph && isSubheading(units[index]) { units[index].role = .subheading }
    }

    private func isHeadline(_ unit: Unit) -> Bool {
        let words = text[unit.span]
        guard unit.words <= 35 else { return false }
        return words.lastBeforeQuotes != "." || words.hasSuffix("...") || Self.endsWithAbbreviation(words)
    }

    private func isSubheading(_ unit: Unit) -> Bool {
        guard unit.words <= 15, let first = text[unit.span].first, !"-•*–—·▪●\"“".contains(first) else { return false }
        let words = text[unit.span].withoutSignature
        guard let last = words.lastBeforeQuotes else { return false }
        return last == "?" ? unit.words <= 8 && !words.contains("”") : !words.endsSentence || Self.endsWithAbbreviation(words) && unit.words <= 8
    }

    /// Whether the last word is written like `U.S.`
    private static func endsWithAbbreviation(_ text: Substring) -> Bool {
        guard let last = text.split(whereSeparator: \.isWhitespace).last, last.last == "." else { return false }
        return last.dropLast().contains(".") && last.count <= 6
    }

    /// Keeps one of what is said twice: the first of equal ones, and of a lead that a later paragraph begins with the later one.
    private func keepOnce(_ units: inout [Unit]) {
        var seen: Set<String> = knownTitle.map { title in units.first?.folded == title ? [] : [title] } ?? []
        units = units.filter { $0.words < 4 || seen.insert($0.folded).inserted }
        let leads = units.prefix(5).enumerated().filter { lead in
            lead.element.role == .paragraph && lead.element.words >= 8
                && units.dropFirst(lead.offset + 1).contains { $0.folded.hasPrefix(lead.element.folded) }
        }
        for lead in leads.reversed() { units.remove(at: lead.offset) }
    }

    // MARK: Passages

    private mutating func addPassage(_ unit: Unit, isAfterDateLine: Bool) {
        var rest = text[unit.span]
        var start = unit.span.start
        if unit.role == .paragraph {
            if let dateline = Dateline(of: rest) {
                let report = Substring(rest.utf8.dropFirst(dateline.length))
                rest = report.trimmingWhitespace()
                start += dateline.length + report.utf8.distance(from: report.startIndex, to: rest.startIndex)
                if !isAfterDateLine, bestRank > 4, let date = dateline.date {
                    published = date
                    bestRank = 4
                }
            }
            rest = rest.withoutSignature
            if let bullet = rest.first, "•▪●·*".contains(bullet) || rest.hasPrefix("- ") {
                let item = rest.dropFirst().trimmingWhitespace()
                start += rest.utf8.distance(from: rest.startIndex, to: item.startIndex)
                rest = item
            }
        }
        guard !rest.isEmpty else { return }
        passages.append(Passage(span: TextSpan(start: start, end: start + rest.utf8.count), role: unit.role))
    }
}

extension Substring {
    /// Without an agency's name in brackets at the end: "… he said. (ANI)".
    fileprivate var withoutSignature: Substring {
        guard let last, last == ")" || last == "]", let open = lastIndex(where: { $0 == "(" || $0 == "[" }) else { return self }
        let before = self[..<open].trimmingWhitespace()
        return before.endsSentence && Agency.isName(self[open...]) ? before : self
    }
}
