import GraphModel
import RelationExtraction

extension Report {
    /// Tokens, sentence by sentence; with `syntax` also their heads and dependency labels.
    static func tokens(of annotated: AnnotatedDocument, syntax: Bool) -> Report {
        var rows: [[Value]] = []
        for (number, sentence) in annotated.sentences.enumerated() {
            for index in sentence.tokens {
                let token = annotated.tokens[index]
                let head = token.head.map { annotated.tokens[$0].text } ?? "(root)"
                var row: [Value] = [
                    .text("sentence \(number + 1), \(sentence.role.rawValue)"), .integer(index - sentence.tokens.lowerBound + 1),
                    .text(token.text), .text(token.lemma), .text(token.partOfSpeech.tag),
                ]
                if syntax {
                    row += [.text(token.label.name), .text(head), token.head.map { .integer($0 - sentence.tokens.lowerBound + 1) } ?? .integer(0)]
                }
                rows.append(row + [.integer(token.span.start), .integer(token.span.end)])
            }
        }
        let columns = [Column("sentence", .heading), Column("number"), Column("token"), Column("lemma"), Column("tag")]
        let tree = syntax ? [Column("relation"), Column("head"), Column("head number", .hidden)] : []
        return Report(
            columns: columns + tree + [Column("start", .hidden), Column("end", .hidden)], rows: rows, emptyText: "no tokens")
    }

    /// Names, times and sums of money, in text order.
    static func names(of annotated: AnnotatedDocument) -> Report {
        var rows = annotated.names.map { name -> (Int, [Value]) in
            let span = annotated.span(of: name.tokens)
            return (
                span.start,
                [
                    .text(annotated.text(of: name.tokens)), .text(name.type.rawValue), .decimal(name.probability), .none, .integer(span.start),
                    .integer(span.end),
                ]
            )
        }
        rows += annotated.times.map { time in
            let span = annotated.span(of: time.tokens)
            let meaning = [time.date.description, time.until?.description].compactMap { $0 }.joined(separator: " to ")
            return (
                span.start,
                [.text(annotated.text(of: time.tokens)), .text("time"), .none, .text(meaning), .integer(span.start), .integer(span.end)]
            )
        }
        rows += annotated.amounts.map { amount in
            let span = annotated.span(of: amount.tokens)
            return (
                span.start,
                [
                    .text(annotated.text(of: amount.tokens)), .text("amount"), .none, .text(amount.amount.words), .integer(span.start),
                    .integer(span.end),
                ]
            )
        }
        let ordered = rows.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
        return Report(
            columns: [Column("name"), Column("type"), Column("probability"), Column("meaning"), Column("start"), Column("end")], rows: ordered,
            emptyText: "no names")
    }

    /// The entities of one article with their mentions.
    static func mentions(of extracted: ExtractedDocument) -> Report {
        let rows = extracted.entities.flatMap { entity in
            entity.mentions.map { mention -> [Value] in
                [
                    .text("\(entity.name) (\(entity.type.rawValue)\(entity.isNominal ? ", without a name" : ""))"),
                    .text(String(extracted.document.text[mention.span])), .text(mention.kind.rawValue), .integer(mention.span.start),
                    .integer(mention.span.end), .integer(entity.id),
                ]
            }
        }
        return Report(
            columns: [
                Column("entity", .heading), Column("mention"), Column("kind"), Column("start"), Column("end"), Column("number", .hidden),
            ],
            rows: rows, emptyText: "no mentions")
    }

    /// The statements of one article.
    static func statements(of extracted: ExtractedDocument) -> Report {
        let rows = extracted.statements.map { statement -> [Value] in
            let evidence = statement.evidence
            return [
                .text(extracted.entities[statement.subject].name), .text(statement.type), .text(extracted.entities[statement.object].name),
                .text(statement.status.rawValue), .optional(statement.date?.description), .optional(statement.until?.description),
                .decimal(evidence.confidence), .text(evidence.rule), .text(evidence.trigger), .text(statement.qualifiers.words),
                .text("“\(evidence.text)”"),
            ]
        }
        return Report(
            columns: [
                Column("who"), Column("relation"), Column("whom"), Column("status"), Column("date"), Column("until"), Column("confidence"),
                Column("rule"), Column("trigger"), Column("details"), Column("sentence", .line),
            ],
            rows: rows, emptyText: "no relations")
    }

    /// The statements of one article with the features of their confidence.
    static func confidences(_ reports: [ConfidenceReport]) -> Report {
        let rows = reports.map { report -> [Value] in
            let statement = report.statement
            return [
                .text(report.subject), .text(statement.type), .text(report.object), .text(statement.status.rawValue),
                .decimal(statement.evidence.confidence), .text(statement.evidence.trigger),
            ] + ConfidenceFeature.allCases.map { .decimal(report.features[$0]) }
        }
        return Report(
            columns: [Column("who"), Column("relation"), Column("whom"), Column("status"), Column("confidence"), Column("trigger")]
                + ConfidenceFeature.allCases.map { Column($0.rawValue) }, rows: rows, emptyText: "no relations")
    }
}
