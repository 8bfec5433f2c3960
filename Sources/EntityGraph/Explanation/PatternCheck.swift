import GraphModel
import RelationExtraction

/// What an author of patterns wants to know of them: examples that do not hold, lines that no example tries, lines said twice.
public struct PatternCheck: Sendable {
    /// One row for each finding, in file order.
    public let report: Report
    /// Examples that do not hold.
    public let failures: Int
}

extension GraphBuilder {
    /// Checks the patterns of the configuration's own ontologies, or the built-in ones if there are none.
    ///
    /// Every example sentence is run through the whole pipeline.
    public func checkPatterns() -> PatternCheck {
        let patterns = extractor.patterns
        let isOwn = { (source: PatternSource) in ownPatternFiles.isEmpty || ownPatternFiles.contains(source.file) }
        let examples = patterns.examples.filter { isOwn($0.source) }
        var findings: [Finding] = []
        var fired: Set<PatternSource> = []
        var failures = 0
        for example in examples {
            let explanation = explanation(ofText: example.sentence, published: PartialDate("2026-01-09"))
            fired.formUnion(explanation.report.fired.map(\.pattern))
            if let problem = explanation.problem(with: example, ontology) {
                failures += 1
                findings.append(Finding(example.source, example.relation, "example", problem))
            }
        }
        let own = patterns.sources.filter { isOwn($0.line) }
        for (relation, line) in own where !fired.contains(line) {
            findings.append(Finding(line, relation, "untried", "no example makes this line hold; add one below it"))
        }
        for (line, first, phrase) in patterns.repeats where isOwn(line) {
            let relation = patterns.sources.first { $0.line == line }?.relation ?? ""
            findings.append(
                Finding(
                    line, relation, "repeated", line == first ? "'\(phrase)' stands in it twice" : "\(first) says the same with '\(phrase)'; keep one"
                ))
        }
        findings += incomplete(own.map(\.relation), examples)
        let places = Dictionary(
            own.map(\.line.file).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let ordered = findings.enumerated().sorted { a, b in
            let key = { (item: (offset: Int, element: Finding)) in
                (places[item.element.file] ?? Int.max, item.element.line, item.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
        return PatternCheck(
            report: Report(
                facts: [
                    Report.Fact("patterns", .integer(own.count)), Report.Fact("examples", .integer(examples.count)),
                    Report.Fact("examples that fail", .integer(failures)),
                ],
                columns: [
                    Report.Column("place"), Report.Column("relation"), Report.Column("finding"), Report.Column("what", .line),
                    Report.Column("line", .line),
                ],
                rows: ordered.map { finding in
                    [
                        .text(finding.line == 0 ? "-" : "\(finding.file):\(finding.line)"), .text(finding.relation), .text(finding.kind),
                        .text(finding.what),
                        .optional(finding.text),
                    ]
                }, emptyText: "all is well"),
            failures: failures)
    }

    /// Relations that nothing can find, or that no sentence puts to the test.
    private func incomplete(_ withPatterns: [RelationType.ID], _ examples: [PatternExample]) -> [Finding] {
        let all = extractor.patterns.counts
        var findings = ontology.relationTypes.filter { all[$0.id] == nil }.map {
            Finding($0.id, "unsaid", "no pattern says it, so no sentence can give it; add patterns")
        }
        for relation in Array(Set(withPatterns)).sorted() {
            let own = examples.filter { $0.relation == relation }
            if !own.contains(where: { $0.expected != nil }) {
                findings.append(Finding(relation, "no example", "add a sentence that must give it: + sentence => A > B"))
            }
            if ownPatternFiles.isEmpty || all[relation] == withPatterns.count(where: { $0 == relation }) {
                if !own.contains(where: { $0.expected == nil }) {
                    findings.append(Finding(relation, "no counter-example", "add a sentence that must not give it: - sentence"))
                }
            }
        }
        return findings
    }

    private struct Finding {
        var file = ""
        var line = 0
        var relation: RelationType.ID
        var kind: String
        var what: String
        var text: String?

        init(_ source: PatternSource, _ relation: RelationType.ID, _ kind: String, _ what: String) {
            (file, line, text) = (source.file, source.line, source.text)
            (self.relation, self.kind, self.what) = (relation, kind, what)
        }

        init(_ relation: RelationType.ID, _ kind: String, _ what: String) { (self.relation, self.kind, self.what) = (relation, kind, what) }
    }
}

extension Explanation {
    /// Why the sentence does not give what the example expects; nil if it does.
    func problem(with example: PatternExample, _ ontology: Ontology) -> String? {
        let kept = report.fired.filter { $0.relation == example.relation }.flatMap { fired in
            fired.pairs.compactMap { pair in pair.statement.map { (pair: pair, status: $0.status, fired: fired) } }
        }
        guard let expected = example.expected else {
            guard let wrong = kept.first else { return nil }
            return "gives \(wrong.pair.subject.name) > \(wrong.pair.object.name) by \(wrong.fired.pattern), and must not"
        }
        let wanted = "\(expected.subject) > \(expected.object), \(expected.status.rawValue)"
        let names = Dictionary(
            report.mentions.flatMap { mention in mention.referents.map { ($0.name, Set([$0.name.lowercased()] + $0.aliases.map { $0.lowercased() })) }
            },
            uniquingKeysWith: { $0.union($1) })
        func isCalled(_ party: ExtractionReport.Party, _ name: String) -> Bool {
            (names[party.name] ?? [party.name.lowercased()]).contains(name.lowercased())
        }
        let isSymmetric = ontology[example.relation]?.isSymmetric ?? false
        let between = kept.filter {
            isCalled($0.pair.subject, expected.subject) && isCalled($0.pair.object, expected.object)
                || isSymmetric && isCalled($0.pair.object, expected.subject) && isCalled($0.pair.subject, expected.object)
        }
        if between.contains(where: { $0.status == expected.status }) { return nil }
        if let other = between.first {
            let cues = other.fired.cues.isEmpty ? "no word decides the status" : "by \(other.fired.cues.map { "'\($0)'" }.joined(separator: ", "))"
            return "expected \(wanted); it comes out \(other.status.rawValue) (\(cues))"
        }
        if let other = kept.first { return "expected \(wanted); found \(other.pair.subject.name) > \(other.pair.object.name)" }
        let miss = report.missed.filter { $0.relation == example.relation }.min { $0.conditions.count < $1.conditions.count }
        let why = miss.map { " nearest: \($0.pattern), \($0.conditions.map(\.text).joined(separator: "; "))" } ?? " no pattern has a word of it"
        return "expected \(wanted); nothing found;\(why)"
    }
}
