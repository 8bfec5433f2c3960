internal import GraphModel

/// Blots names out of texts: every letter and digit of a name becomes as many `#` as it has bytes, so that places in the text stay.
///
/// Names are compared word by word, without case and accents, whatever stands between the words: "nicolas-maduro" is "Nicolás Maduro".
struct NameRedaction {
    /// The words of names that are blotted out wherever they stand.
    private let everywhere: [[String]]
    /// The words of names that mean the person only where an article speaks of it.
    private let local: [[String]]

    /// - Parameter names: what a person is called; a bare surname counts only in articles that speak of the person, unless it has no
    ///   other name.
    init(_ names: some Sequence<String>) {
        let all = Set(names.map { Self.words(of: $0).map(\.folded) }).filter { !$0.isEmpty }.sorted {
            $0.joined(separator: " ") < $1.joined(separator: " ")
        }
        let full = all.filter { $0.count > 1 }
        everywhere = full.isEmpty ? all : full
        local = full.isEmpty ? [] : all.filter { $0.count == 1 }
    }

    /// Whether the text holds one of the names.
    func touches(_ text: String, isLocal: Bool = false) -> Bool { !spans(in: text, isLocal: isLocal, sparing: []).isEmpty }

    /// The text without the names.
    /// - Parameters:
    ///   - isLocal: whether bare surnames count.
    ///   - spared: places of other things' names, in which bare surnames stay.
    ///   - others: places to be blotted out beside.
    func redacted(_ text: String, isLocal: Bool, sparing spared: [TextSpan] = [], and others: [TextSpan] = []) -> String {
        let spans = spans(in: text, isLocal: isLocal, sparing: spared) + others
        guard !spans.isEmpty else { return text }
        var bytes = Array(text.utf8), place = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar), span = TextSpan(start: place, end: place + length)
            place += length
            guard Self.isLetter(scalar), spans.contains(where: { $0.contains(span) }) else { continue }
            for index in span.start..<span.end { bytes[index] = UInt8(ascii: "#") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func spans(in text: String, isLocal: Bool, sparing spared: [TextSpan]) -> [TextSpan] {
        let words = Self.words(of: text)
        var found: [TextSpan] = []
        for start in words.indices {
            for name in everywhere + (isLocal ? local : []) where words[start].folded == name[0] && start + name.count <= words.count {
                let part = words[start..<(start + name.count)]
                // No sentence comes between the words of one name.
                let isJoined = zip(part, part.dropFirst()).allSatisfy { $1.span.start - $0.span.end <= 3 }
                guard isJoined, part.map(\.folded) == name else { continue }
                let span = TextSpan(start: words[start].span.start, end: words[start + name.count - 1].span.end)
                if name.count == 1, local.contains(name), spared.contains(where: { $0.contains(span) }) { continue }
                found.append(span)
            }
        }
        return found
    }

    /// The runs of letters and digits, as names are compared.
    private static func words(of text: String) -> [(folded: String, span: TextSpan)] {
        var words: [(String, TextSpan)] = [], place = 0, start = 0, word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append((String(word).foldedForNames, TextSpan(start: start, end: place))) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isLetter(scalar) {
                if word.isEmpty { start = place }
                word.append(scalar)
            } else {
                end()
            }
            place += UTF8.width(scalar)
        }
        end()
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (48..<58).contains(scalar.value) || (65..<91).contains(scalar.value) || (97..<123).contains(scalar.value) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
    }
}

extension ExtractedDocument {
    /// The article without a person: without what it says of it, and with its names blotted out of everything else.
    /// - Parameter people: the local entities that are the person.
    func without(_ people: Set<LocalEntity.ID>, _ names: NameRedaction) -> ExtractedDocument {
        let isLocal = !people.isEmpty
        func redacted(_ text: String) -> String { names.redacted(text, isLocal: isLocal) }
        let others = entities.filter { !people.contains($0.id) }.flatMap { $0.mentions.filter { $0.kind == .name }.map(\.span) }
        let own = entities.filter { people.contains($0.id) }.flatMap { $0.mentions.filter { $0.kind == .name }.map(\.span) }
        var article = self
        article.document.text = names.redacted(document.text, isLocal: isLocal, sparing: others, and: own)
        article.document.title = redacted(document.title)
        article.document.source = redacted(document.source)
        article.document.id = redacted(document.id)
        article.document.publisher = document.publisher.map(redacted)
        var numbers: [LocalEntity.ID: LocalEntity.ID] = [:]
        article.entities = []
        for entity in entities where !people.contains(entity.id) {
            var kept = entity
            kept.id = article.entities.count
            numbers[entity.id] = kept.id
            // Full names only: who bears the same surname keeps it.
            kept.name = names.redacted(entity.name, isLocal: false)
            kept.aliases = Set(entity.aliases.map { names.redacted($0, isLocal: false) }).subtracting([kept.name]).sorted()
            kept.identifiers = entity.identifiers.mapValues { names.redacted($0, isLocal: false) }
            article.entities.append(kept)
        }
        article.statements = statements.compactMap { statement in
            guard let subject = numbers[statement.subject], let object = numbers[statement.object] else { return nil }
            func participant(_ old: Qualifiers<LocalEntity.ID>.Participant?) -> Qualifiers<LocalEntity.ID>.Participant? {
                guard let old else { return nil }
                if let entity = old.entity, people.contains(entity) { return nil }
                return .init(text: redacted(old.text), entity: old.entity.flatMap { numbers[$0] })
            }
            var kept = statement
            (kept.document, kept.subject, kept.object) = (article.document.id, subject, object)
            kept.qualifiers.title = statement.qualifiers.title.map(redacted)
            kept.qualifiers.charge = statement.qualifiers.charge.map(redacted)
            kept.qualifiers.place = participant(statement.qualifiers.place)
            kept.qualifiers.attributedTo = participant(statement.qualifiers.attributedTo)
            // What stands in the text stands there redacted; other words are redacted by themselves.
            let evidence = statement.evidence
            kept.evidence.text =
                evidence.text.isCovered(by: evidence.span, of: document.text)
                ? String(article.document.text[evidence.span]) : redacted(evidence.text)
            kept.evidence.trigger =
                evidence.trigger.isCovered(by: evidence.triggerSpan, of: document.text)
                ? String(article.document.text[evidence.triggerSpan]) : redacted(evidence.trigger)
            return kept
        }
        return article
    }
}
