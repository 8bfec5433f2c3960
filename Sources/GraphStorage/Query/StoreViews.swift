/// The tables that plain SQL may ask: what is stored, in names and dates that people read, whatever the tables behind them look like.
///
/// They are described in `SQL.md` of the documentation. They live in a connection, not in the file.
enum StoreViews {
    /// Names of the views, each with its columns.
    static let columns: [(name: String, columns: [String])] = [
        ("articles", ["id", "title", "publisher", "published", "source", "text"]),
        ("entities", ["id", "type", "name", "nominal"]),
        ("aliases", ["entity", "alias"]),
        ("identifiers", ["entity", "scheme", "value"]),
        ("mentions", ["entity", "article", "start", "end", "kind"]),
        (
            "relations",
            [
                "id", "subject", "subject_name", "type", "object", "object_name", "status", "sources", "confidence", "first_date", "last_date",
                "statements",
            ]
        ),
        (
            "statements",
            [
                "id", "relation", "subject", "subject_name", "type", "object", "object_name", "status", "date", "until", "article", "published",
                "publisher", "text", "trigger", "rule", "confidence", "title", "amount", "currency", "place", "attributed_to", "charge", "start",
                "end",
            ]
        ),
    ]

    /// The statements that make the views.
    static let script = columns.map { name, columns in
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return "CREATE TEMP VIEW \(name) (\(list)) AS \(definitions[name] ?? "");"
    }.joined(separator: "\n")

    private static let definitions = [
        "articles": """
        SELECT d.name, d.title, d.publisher, \(date("d.published")), d.source, (SELECT text FROM main.document_text WHERE document = d.id)
        FROM main.document d
        """,
        "entities": "SELECT name_id, type, name, is_nominal FROM main.entity",
        "aliases": "SELECT e.name_id, n.name FROM main.entity_name n JOIN main.entity e ON e.id = n.entity WHERE n.position > 0",
        "identifiers": "SELECT e.name_id, j.key, j.value FROM main.entity e, json_each(e.identifiers) j",
        "mentions": """
        SELECT e.name_id, d.name, j.value ->> 0, j.value ->> 1, CASE j.value ->> 2 WHEN 0 THEN 'name' WHEN 1 THEN 'nominal' ELSE 'pronoun' END
        FROM main.local_entity l JOIN main.resolution z ON z.profile = l.profile JOIN main.entity e ON e.id = z.entity
        JOIN main.extraction x ON x.id = l.extraction JOIN main.document d ON d.id = x.document
        JOIN json_each(entitygraph_mentions(l.mentions)) j
        """,
        "relations": """
        SELECT r.id, a.name_id, a.name, t.name, b.name_id, b.name, u.name,
            (SELECT count(DISTINCT \(FilterCondition.source("d"))) \(told)), (SELECT max(s.confidence) \(told)),
            (SELECT \(date("min(s.date)")) \(told)), (SELECT \(date("max(coalesce(\(until), s.date))")) \(told)), (SELECT count(*) \(told))
        FROM main.relation r JOIN main.entity a ON a.id = r.subject JOIN main.entity b ON b.id = r.object
        JOIN main.relation_type t ON t.id = r.type JOIN main.status u ON u.id = r.status
        """,
        "statements": """
        SELECT s.id, r.id, a.name_id, a.name, t.name, b.name_id, b.name, u.name, \(date("s.date")), \(date(until)), d.name,
            \(date("d.published")), d.publisher, coalesce(s.sentence, \(words("s.span_start", "s.span_end"))),
            coalesce(s.trigger_words, \(words("s.trigger_start", "s.trigger_end"))), l.name, s.confidence, s.title, s.amount, s.currency,
            s.place, s.speaker, s.charge, s.span_start, s.span_end
        FROM main.statement s JOIN main.edge g ON g.statement = s.id JOIN main.relation r ON r.id = g.relation
        JOIN main.entity a ON a.id = r.subject JOIN main.entity b ON b.id = r.object JOIN main.relation_type t ON t.id = r.type
        JOIN main.status u ON u.id = r.status JOIN main.rule l ON l.id = s.rule JOIN main.extraction x ON x.id = s.extraction
        JOIN main.document d ON d.id = x.document
        """,
    ]

    /// When what a statement tells ended, by its own words or by an event that another one tells.
    private static let until = "coalesce(s.until, \(StateEndFunction.name)(s.id))"

    private static let told = """
        FROM main.edge g JOIN main.statement s ON s.id = g.statement JOIN main.extraction x ON x.id = s.extraction
        JOIN main.document d ON d.id = x.document WHERE g.relation = r.id
        """

    /// A stored date as `2026-01-03`, `2026-01` or `2026`.
    private static func date(_ code: String) -> String {
        """
        CASE WHEN \(code) % 100 > 0 THEN printf('%04d-%02d-%02d', \(code) / 10000, \(code) / 100 % 100, \(code) % 100)
        WHEN \(code) % 10000 > 0 THEN printf('%04d-%02d', \(code) / 10000, \(code) / 100 % 100)
        WHEN \(code) IS NOT NULL THEN printf('%04d', \(code) / 10000) END
        """
    }

    /// The part of the article's text between two columns.
    private static func words(_ start: String, _ end: String) -> String {
        """
        (SELECT CAST(substr(CAST(y.text AS BLOB), \(start) + 1, \(end) - \(start)) AS TEXT) FROM main.document_text y WHERE y.document = d.id)
        """
    }
}
