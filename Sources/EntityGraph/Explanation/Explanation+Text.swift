import GraphModel
import RelationExtraction

extension Explanation {
    /// The explanation for people.
    /// - Parameters:
    ///   - allMisses: whether patterns are shown too of which several conditions failed.
    ///   - width: columns of the terminal.
    public func text(allMisses: Bool = false, width: Int = 100) -> String {
        chosen.map { lines(of: $0, allMisses, width).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private func lines(of sentence: Int, _ allMisses: Bool, _ width: Int) -> [String] {
        let role = sentences[sentence].role == .paragraph ? "" : " (\(sentences[sentence].role.rawValue))"
        var lines = Self.wrapped("sentence \(sentence + 1)\(role): \(texts[sentence])", width, indent: "  ")
        lines += [""] + TreeDrawing(report.tokens, sentences[sentence].tokens).lines.map { "  " + $0 }
        lines += section("who is meant", mentionLines(sentence))
        lines += section("relations", firedLines(in: sentence, width))
        let misses = report.missed.filter { $0.sentence == sentence }
        let shown = allMisses ? misses : nearest(misses)
        lines += section("nearly", shown.flatMap { missedLines($0, width) })
        let hidden = misses.count - shown.count
        if hidden > 0 {
            lines.append("  (\(hidden) more \(hidden == 1 ? "pattern" : "patterns") with a trigger here and less that fits; --all shows them)")
        }
        lines += section("words that no pattern has", report.unknown.filter { $0.sentence == sentence }.flatMap { unknownLines($0, width) })
        if !report.fired.contains(where: { $0.sentence == sentence }) { lines += ["", "  no relation"] }
        return lines
    }

    /// Those of which one condition failed, what comes nearest first, as many as one can take in.
    private func nearest(_ misses: [ExtractionReport.Missed]) -> [ExtractionReport.Missed] {
        let order: [FailedCondition.Kind] = [.type, .place, .particle, .name, .same, .complement, .missing]
        let near = misses.enumerated().compactMap { offset, miss -> (rank: Int, offset: Int, miss: ExtractionReport.Missed)? in
            guard miss.conditions.count == 1, let rank = order.firstIndex(of: miss.conditions[0].kind) else { return nil }
            return (rank, offset, miss)
        }
        return near.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.prefix(6).sorted { $0.offset < $1.offset }.map(\.miss)
    }

    /// A pattern's line on which long lists of words are cut down to the one that stands in the text and a few more.
    private func short(_ pattern: PatternSource, _ trigger: Int) -> String {
        let lemma = report.tokens[trigger].lemma.lowercased()
        return pattern.text.split(separator: " ").map { field -> String in
            let end = field.hasSuffix(":") ? ":" : ""
            let words = field.dropLast(end.count).split(separator: "|")
            guard words.count > 4, !field.hasPrefix("{") else { return String(field) }
            let own = words.first { $0.lowercased() == lemma }
            return (([own].compactMap { $0 } + words.filter { $0 != own }).prefix(3) + ["…"]).joined(separator: "|") + end
        }.joined(separator: " ")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", "  " + title] + lines.map { "    " + $0 } }

    private func mentionLines(_ sentence: Int) -> [String] {
        let rows = report.mentions.filter { $0.sentence == sentence }.map { mention in
            let names = mention.referents.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", ")
            return [mention.text, mention.mention.kind.rawValue, names.isEmpty ? "-" : names, mention.how]
        }
        let widths = (0..<3).map { column in min(36, rows.map { $0[column].count }.max() ?? 0) }
        return rows.map { row in
            zip(row, widths + [0]).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(separator: "  ")
        }
    }

    /// The patterns that held; those that found the same as the one before are named beside it.
    private func firedLines(in sentence: Int, _ width: Int) -> [String] {
        var lines: [String] = []
        var last: ExtractionReport.Fired?
        for fired in report.fired where fired.sentence == sentence {
            if let last, last.relation == fired.relation, last.trigger == fired.trigger, last.status == fired.status,
                last.pairs.map(\.subject) == fired.pairs.map(\.subject), last.pairs.map(\.object) == fired.pairs.map(\.object)
            {
                lines += Self.wrapped("  also by \(fired.pattern)  \(short(fired.pattern, fired.trigger))", width - 4, indent: "      ")
            } else {
                lines += firedLines(fired, width)
                last = fired
            }
        }
        return lines
    }

    private func firedLines(_ fired: ExtractionReport.Fired, _ width: Int) -> [String] {
        var lines: [String] = []
        for pair in fired.pairs {
            let status = pair.statement?.status ?? fired.status
            let confidence = pair.statement.map { " " + Report.Value.twoDigits($0.evidence.confidence) } ?? ""
            lines.append("\(pair.subject.name) -\(fired.relation)-> \(pair.object.name)  \(status.rawValue)\(confidence)")
            if !pair.confidence.isEmpty { lines.append("  confidence by " + pair.confidence.joined(separator: ", ")) }
            if let note = pair.note { lines.append("  " + note) }
            if let statement = pair.statement {
                let date = statement.date.map { "on \($0)" + (statement.until.map { " until \($0)" } ?? "") }
                let details = [date].compactMap { $0 } + statement.qualifiers.phrases
                if !details.isEmpty { lines.append("  " + details.joined(separator: "; ")) }
            }
        }
        lines += Self.wrapped("  '\(word(fired.trigger))' by \(fired.pattern)  \(short(fired.pattern, fired.trigger))", width - 4, indent: "      ")
        let cues = fired.cues.map { "'\($0)'" }.joined(separator: ", ")
        if !cues.isEmpty { lines.append("  \(fired.status.rawValue) by \(cues)") }
        return lines
    }

    private func missedLines(_ missed: ExtractionReport.Missed, _ width: Int) -> [String] {
        Self.wrapped(
            "\(missed.relation): '\(word(missed.trigger))' by \(missed.pattern)  \(short(missed.pattern, missed.trigger))", width - 4, indent: "    ")
            + missed.conditions.flatMap { Self.wrapped("  \($0.kind.rawValue): \($0.text)", width - 4, indent: "    ") }
    }

    private func unknownLines(_ unknown: UnknownPredicate, _ width: Int) -> [String] {
        let parties = zip(unknown.parties, unknown.places).map { "\($0.name) (\($1))" }.joined(separator: ", ")
        var line = "'\(word(unknown.token))' (\(unknown.category) \(unknown.lemma)) stands with \(parties)"
        if !unknown.elsewhere.isEmpty {
            line += "; as another part of speech it is in " + unknown.elsewhere.prefix(3).map(\.description).joined(separator: ", ")
        }
        return Self.wrapped(line, width - 4, indent: "  ") + ["  a line for it: \(unknown.suggestion)"]
    }

    private func word(_ token: Int) -> String { report.tokens[token].text }

    static func wrapped(_ text: String, _ width: Int, indent: String) -> [String] {
        var lines: [String] = []
        var line = ""
        // Spaces at the beginning stay.
        let start = text.prefix { $0 == " " }
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > max(40, width) {
                lines.append(line)
                line = indent + word
            } else {
                line += (line.isEmpty ? String(start) : " ") + word
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
