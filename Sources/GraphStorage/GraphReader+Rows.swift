internal import class GRDB.Database
internal import GraphModel

// The queries of `GraphReader`, and what their rows mean. Each takes the articles as its first parameter: a JSON list of extractions, or
// null for all; all go by extraction, so that they can be read side by side.

extension GraphReader {
    static func documentsSQL(_ scope: Scope) -> String {
        """
        SELECT x.id, d.name, d.source, d.title, d.publisher, d.published, \(scope.includesTexts ? "t.passages" : "NULL"), c.name
        FROM extraction x JOIN document d ON d.id = x.document LEFT JOIN document c ON c.id = d.copy_of \(scope.includesTexts ? "JOIN document_text t ON t.document = d.id" : "")
        \(condition(scope, on: "x.id")) ORDER BY x.id
        """
    }

    static func textsSQL(_ scope: Scope) -> String {
        """
        SELECT x.id, t.text FROM extraction x JOIN document_text t ON t.document = x.document
        \(condition(scope, on: "x.id")) ORDER BY x.id
        """
    }

    static func localsSQL(_ scope: Scope) -> String {
        """
        SELECT l.extraction, r.entity, e.name_id
        FROM local_entity l LEFT JOIN resolution r ON r.profile = l.profile LEFT JOIN entity e ON e.id = r.entity
        \(condition(scope, on: "l.extraction")) ORDER BY l.extraction, l.ordinal
        """
    }

    static func mentionsSQL(_ scope: Scope) -> String {
        """
        SELECT l.extraction, l.ordinal, l.mentions FROM local_entity l \(condition(scope, on: "l.extraction")) AND length(l.mentions) > 0
        \(scope.mentionsOf?.isEmpty == true ? "AND 0" : "") ORDER BY l.extraction, l.ordinal
        """
    }

    /// Takes the relations as its second parameter: a JSON list, or null for all.
    static func statementsSQL(_ scope: Scope) -> String {
        """
        SELECT s.extraction, s.ordinal, s.type, s.rule, s.subject, s.object, s.status, s.date, s.until, s.span_start, s.span_end,
            s.trigger_start, s.trigger_end, s.sentence, s.trigger_words, s.confidence, s.amount, s.currency, s.title, s.place,
            s.place_entity, s.speaker, s.speaker_entity, s.charge
        FROM statement s \(scope.includesUngrouped ? "" : "JOIN edge e ON e.statement = s.id") \(condition(scope, on: "s.extraction"))
        AND \(scope.relations == nil ? "? IS NULL" : "e.relation IN (SELECT value FROM json_each(?))") ORDER BY s.extraction, s.ordinal
        """
    }

    private static func condition(_ scope: Scope, on column: String) -> String {
        scope.extractions == nil ? "WHERE ? IS NULL" : "WHERE \(column) IN (SELECT value FROM json_each(?))"
    }

    /// A list of rows as a JSON list, for `json_each`; null for nil.
    static func list(_ rows: Set<Int64>?) -> SQLValue {
        guard let rows else { return .null }
        return .text("[" + rows.sorted().map(String.init).joined(separator: ",") + "]")
    }

    /// Reads seven columns from this one on; without its text.
    static func document(_ row: SQLRow, at column: Int32, includingPassages: Bool) throws -> Document {
        Document(
            id: row.text(column), source: row.text(column + 1), title: row.text(column + 2), publisher: row.optionalText(column + 3),
            published: try row.date(column + 4), text: "",
            passages: includingPassages ? try StoredList.decode([Passage].self, from: row.text(column + 5)) : [], copyOf: row.optionalText(column + 6)
        )
    }

    /// Reads a row of `statementsSQL`.
    /// - Parameter length: the number of bytes of the document's text.
    static func statement(_ row: SQLRow, type: String, rule: String, in document: Document, length: Int) throws -> Statement<LocalEntity.ID> {
        let span = try row.span(9, within: length), triggerSpan = try row.span(11, within: length)
        var statement = try statement(
            row, type: type, rule: rule, sentence: row.optionalText(13) ?? String(document.text[span]),
            trigger: row.optionalText(14) ?? String(document.text[triggerSpan]))
        statement.document = document.id
        return statement
    }

    /// Reads a row with the columns of `statementsSQL`; the statement's document is left empty.
    static func statement(_ row: SQLRow, type: String, rule: String, sentence: String, trigger: String) throws -> Statement<LocalEntity.ID> {
        var qualifiers = Qualifiers<LocalEntity.ID>(title: row.optionalText(18), charge: row.optionalText(23))
        if let value = row.optionalReal(16) { qualifiers.amount = MoneyAmount(value: value, currency: row.text(17)) }
        qualifiers.place = row.optionalText(19).map { .init(text: $0, entity: row.optionalInteger(20)) }
        qualifiers.attributedTo = row.optionalText(21).map { .init(text: $0, entity: row.optionalInteger(22)) }
        return Statement(
            document: "", subject: row.integer(4), type: type, object: row.integer(5), status: try row.status(6), date: try row.date(7),
            until: try row.date(8), qualifiers: qualifiers,
            evidence: Evidence(
                span: try row.span(9), text: sentence, trigger: trigger, triggerSpan: try row.span(11), rule: rule, confidence: row.real(15)))
    }
}
