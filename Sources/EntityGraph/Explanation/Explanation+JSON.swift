import Foundation
import GraphModel
import RelationExtraction

extension Explanation {
    /// The explanation for programs: one JSON object with a list of sentences. Tokens are numbered from 1 within their sentence; a near
    /// miss lists every condition that failed.
    public var json: String { ExplanationFile.text(ExplanationFile.Article(self)) }
}

/// The form of explanations in JSON.
enum ExplanationFile {
    struct Article: Encodable {
        var source: String
        var sentences: [Line]

        init(_ explanation: Explanation) {
            source = explanation.document.source
            sentences = explanation.chosen.map { Line(explanation, $0) }
        }
    }

    struct Line: Encodable {
        var number: Int
        var role: String
        var text: String
        var tokens: [Word]
        var mentions: [Mention]
        var relations: [Match]
        var nearMisses: [Miss]
        var unknown: [Unknown]

        enum CodingKeys: String, CodingKey {
            case number, role, text, tokens, mentions, relations, unknown
            case nearMisses = "near_misses"
        }

        init(_ explanation: Explanation, _ sentence: Int) {
            let report = explanation.report, range = explanation.sentences[sentence].tokens
            let place = { (token: Int) in token - range.lowerBound + 1 }
            number = sentence + 1
            role = explanation.sentences[sentence].role.rawValue
            text = explanation.texts[sentence]
            tokens = range.map { index in
                let token = report.tokens[index]
                return Word(
                    number: place(index), text: token.text, lemma: token.lemma, tag: token.partOfSpeech.tag, label: token.label.name,
                    head: token.head.map(place) ?? 0)
            }
            mentions = report.mentions.filter { $0.sentence == sentence }.map { mention in
                Mention(
                    text: mention.text, kind: mention.mention.kind.rawValue, token: place(mention.mention.head),
                    entities: mention.referents.map { Named(name: $0.name, type: $0.type.rawValue) }, how: mention.how)
            }
            relations = report.fired.filter { $0.sentence == sentence }.flatMap { fired in
                fired.pairs.map { pair in
                    Match(
                        subject: Named(pair.subject), type: fired.relation, object: Named(pair.object),
                        status: (pair.statement?.status ?? fired.status).rawValue, cues: fired.cues,
                        confidence: (pair.statement?.evidence.confidence).map(Self.hundredths), reasons: pair.confidence,
                        trigger: place(fired.trigger),
                        pattern: Source(fired.pattern), kept: pair.statement != nil && pair.note?.hasPrefix("left out") != true, note: pair.note,
                        date: pair.statement?.date?.description, until: pair.statement?.until?.description,
                        details: pair.statement?.qualifiers.phrases ?? [])
                }
            }
            nearMisses = report.missed.filter { $0.sentence == sentence }.map { missed in
                Miss(
                    type: missed.relation, trigger: place(missed.trigger), pattern: Source(missed.pattern),
                    failed: missed.conditions.map { Condition(condition: $0.kind.rawValue, text: $0.text) })
            }
            unknown = report.unknown.filter { $0.sentence == sentence }.map { unknown in
                Unknown(
                    token: place(unknown.token), lemma: unknown.lemma, category: unknown.category,
                    parties: zip(unknown.parties, unknown.places).map { Standing(name: $0.name, type: $0.type.rawValue, place: $1) },
                    suggestion: unknown.suggestion, elsewhere: unknown.elsewhere.map(\.description))
            }
        }

        private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    }

    struct Word: Encodable {
        var number: Int
        var text: String
        var lemma: String
        var tag: String
        var label: String
        /// 0 for the root.
        var head: Int
    }

    struct Named: Encodable {
        var name: String
        var type: String

        init(name: String, type: String) {
            self.name = name
            self.type = type
        }

        init(_ party: ExtractionReport.Party) { self.init(name: party.name, type: party.type.rawValue) }
    }

    struct Mention: Encodable {
        var text: String
        var kind: String
        var token: Int
        var entities: [Named]
        var how: String
    }

    struct Source: Encodable {
        var file: String
        var line: Int
        var text: String

        init(_ source: PatternSource) { (file, line, text) = (source.file, source.line, source.text) }
    }

    struct Match: Encodable {
        var subject: Named
        var type: String
        var object: Named
        var status: String
        var cues: [String]
        var confidence: Double?
        var reasons: [String]
        var trigger: Int
        var pattern: Source
        var kept: Bool
        var note: String?
        var date: String?
        var until: String?
        var details: [String]
    }

    struct Condition: Encodable {
        var condition: String
        var text: String
    }

    struct Miss: Encodable {
        var type: String
        var trigger: Int
        var pattern: Source
        var failed: [Condition]
    }

    struct Standing: Encodable {
        var name: String
        var type: String
        var place: String
    }

    struct Unknown: Encodable {
        var token: Int
        var lemma: String
        var category: String
        var parties: [Standing]
        var suggestion: String
        var elsewhere: [String]
    }

    /// Readable JSON with sorted keys, the same for the same value, ending with a newline.
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("what broke: text and finite numbers could not be written as JSON: \(error)")
        }
    }
}
