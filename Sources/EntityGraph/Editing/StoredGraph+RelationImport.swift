import Foundation
public import GraphModel
import GraphStorage
import RelationExtraction

/// What became of a table of relations.
public struct RelationImport: Sendable {
    public var relations = 0
    /// Sources that are new, and those whose earlier rows these replace.
    public var added = 0
    public var replaced = 0
    public var unchanged = 0
    /// What is wrong with rows that were left out, with file and line.
    public var problems: [any Error] = []

    public var summary: String {
        let parts = [(added, "added"), (replaced, "replaced"), (unchanged, "already there")]
        let sources = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "relations: \(relations) imported" + (sources.isEmpty ? "" : "; sources: \(sources)")
            + (problems.isEmpty ? "" : "; rows left out: \(problems.count)")
    }
}

extension StoredGraph {
    /// What ids of articles begin with that hold imported relations.
    static let importPrefix = "import/"

    /// Adds the relations of a CSV file, as an article a source: its rows replace those that were imported of the source before.
    ///
    /// - Parameters:
    ///   - path: the file, or `-` for standard input.
    ///   - source: the source of rows that name none; else the file's name.
    ///   - published: the day on which rows became known that do not say theirs.
    ///   - countries: tells countries by their names.
    public func importRelations(
        from path: String, source: String? = nil, published: PartialDate? = nil, configuration: Configuration = Configuration()
    ) throws -> RelationImport {
        let table = try RelationTable(try DataFiles.text(ofInput: path), file: path)
        let gazetteer = try DataFiles(configuration).gazetteer().gazetteer
        let fallback = source ?? (path == "-" ? "standard input" : URL(filePath: path).lastPathComponent)
        var result = RelationImport()
        result.problems = table.problems
        var articles: [Document.ID: HandmadeArticle] = [:]
        for row in table.rows {
            do {
                let relation = try relation(of: row, gazetteer)
                let source = row.cells["source"] ?? fallback
                let day = try date("published", row) ?? published
                let id = Self.importPrefix + source + (day.map { "@\($0)" } ?? "")
                let article =
                    articles[id]
                    ?? HandmadeArticle(id: id, source: source, title: "Relations imported of \(source)", publisher: source, published: day)
                let confidence = try confidence(row)
                articles[id] = article
                articles[id]?.add(
                    relation, words: ontology[relation.type]?.words ?? relation.type, note: row.cells["quote"].map { "“\($0)”" } ?? "",
                    rule: "import",
                    qualifiers: Qualifiers(title: row.cells["title"]), confidence: confidence)
                result.relations += 1
            } catch {
                result.problems.append(DataFileError(file: path, line: row.line, message: "\(error)"))
            }
        }
        let run = ExtractionRun(model: "import", ontology: ontology.version, patterns: "")
        let extracted = articles.sorted { $0.key < $1.key }.lazy.map(\.value.extracted)
        let counts = try store.load(extracted, run: run, resolver: .byNames)
        (result.added, result.replaced, result.unchanged) = (counts[.added] ?? 0, counts[.replaced] ?? 0, counts[.unchanged] ?? 0)
        let lines = result.problems.compactMap { $0 as? DataFileError }
        result.problems = lines.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        return result
    }

    private func relation(of row: RelationTable.Row, _ gazetteer: Gazetteer) throws -> HandmadeRelation {
        func cell(_ name: String) throws -> String {
            guard let value = row.cells[name] else { throw RowError(message: "the cell '\(name)' is empty") }
            return value
        }
        let type = try cell("relation")
        try check(GraphFilter(relationTypes: [type]))
        let status: Status
        if let text = row.cells["status"] {
            guard let known = Status(rawValue: text) else {
                throw RowError(
                    message:
                        "'\(text)' is no status\(suggestion(for: text, among: Status.allCases.map(\.rawValue))); it is one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            status = known
        } else {
            status = .asserted
        }
        let date = try date("date", row), until = try self.date("until", row)
        if let date, let until, until.lastDay < date.firstDay { throw EditError.endsBeforeItBegins(date, until) }
        let subject = try end(try cell("subject"), row, "subject", gazetteer), object = try end(try cell("object"), row, "object", gazetteer)
        guard subject != object else { throw RowError(message: "'\(subject.name)' cannot stand in a relation to itself") }
        if let known = ontology[type] {
            for (end, allowed, part) in [(subject, known.domain, "subject"), (object, known.range, "object")] where !allowed.contains(end.type) {
                throw EditError.wrongType(relation: type, part: part, found: end.type, allowed: allowed.sorted())
            }
        }
        return HandmadeRelation(subject: subject, type: type, object: object, status: status, date: date, until: until)
    }

    /// One end of a relation: an entity of the store by its name, else a new one if the row says its type or it is a country.
    private func end(_ name: String, _ row: RelationTable.Row, _ part: String, _ gazetteer: Gazetteer) throws -> EntityReference {
        var type: EntityType?
        if let text = row.cells[part + "_type"] {
            guard let known = EntityType(rawValue: text) else {
                throw RowError(
                    message:
                        "'\(text)' is no type of entity\(suggestion(for: text, among: EntityType.allCases.map(\.rawValue))); it is person, country, organization or place"
                )
            }
            type = known
        }
        if type ?? .country == .country, let country = gazetteer.countryIdentity(of: name) {
            return EntityReference(type: .country, name: country.name, identifiers: country.identifiers)
        }
        do {
            let entity = try entity(called: name, type: type)
            if let reference = try store.reference(to: entity.id) { return reference }
        } catch EditError.unknownEntity(let name, let store, let nearest) {
            guard type != nil else {
                throw RowError(message: "\(EditError.unknownEntity(name, store: store, nearest: nearest)); or say its type in a column \(part)_type")
            }
        }
        guard let type, !name.nameWords.isEmpty else { throw EditError.emptyName }
        return EntityReference(type: type, name: name)
    }

    private func date(_ column: String, _ row: RelationTable.Row) throws -> PartialDate? {
        guard let text = row.cells[column] else { return nil }
        guard let date = PartialDate(text) else {
            throw RowError(message: "'\(text)' in column '\(column)' is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
        }
        return date
    }

    private func confidence(_ row: RelationTable.Row) throws -> Double {
        guard let text = row.cells["confidence"] else { return 1 }
        guard let value = Double(text), (0...1).contains(value) else {
            throw RowError(message: "'\(text)' is no confidence; write a number from 0 to 1")
        }
        return value
    }
}

/// What is wrong with a row.
private struct RowError: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
}
