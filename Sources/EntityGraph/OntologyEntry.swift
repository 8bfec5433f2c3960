import GraphModel
import RelationExtraction
import Yams

/// One relation of an ontology file, and where its fields stand.
struct OntologyEntry {
    private(set) var type: RelationType
    /// Patterns that stand beside the relation's fields, on the lines where the file has them.
    let patterns: [PatternFile]
    private let file: String
    private let line: Int?
    private var fieldLines: [String: Int] = [:]

    static let fields = [
        "family", "kind", "domain", "range", "symmetric", "inverse", "codes", "score", "closes", "covers", "traits", "means", "example", "patterns",
    ]
    static let schemes = ["cameo", "plover", "wikidata"]

    /// - Parameter base: the relation of this name in an earlier file, whose fields hold where this one gives none.
    init(name key: Node, fields node: Node, file: String, base: RelationType? = nil) throws {
        func fail(_ node: Node?, _ message: String) -> DataFileError { DataFileError(file: file, line: node?.mark?.line, message: message) }
        guard let name = key.string, Self.isName(name) else {
            throw fail(key, "'\(key.string ?? "")' is no relation name; use lower-case letters, digits and underscores")
        }
        guard let mapping = node.mapping else {
            throw fail(key, "'\(name)' has no fields; it needs at least family, kind, domain and range")
        }
        var values: [String: Node] = [:]
        for (field, value) in mapping {
            let label = field.string ?? ""
            guard Self.fields.contains(label) else {
                throw fail(
                    field,
                    "unknown field '\(label)' of '\(name)'\(suggestion(for: label, among: Self.fields)) (fields are \(Self.fields.joined(separator: ", ")))"
                )
            }
            values[label] = value
            if let line = field.mark?.line { fieldLines[label] = line }
        }
        func text(_ field: String) throws -> String? {
            guard let value = values[field] else { return nil }
            guard let string = value.scalar?.string else { throw fail(value, "'\(field)' of '\(name)' must be a single value") }
            return string
        }
        func required(_ field: String, or inherited: String?) throws -> String {
            guard let value = try text(field) ?? inherited, !value.isEmpty else { throw fail(key, "'\(name)' lacks '\(field)'; add it") }
            return value
        }
        func names(_ field: String, or inherited: [String] = []) throws -> [String] {
            guard let value = values[field] else { return inherited }
            if let single = value.scalar?.string { return [single] }
            guard let list = value.sequence, list.allSatisfy({ $0.scalar != nil }) else {
                throw fail(value, "'\(field)' of '\(name)' must be a list such as [a, b]")
            }
            return list.compactMap { $0.scalar?.string }
        }
        func entityTypes(_ field: String, or inherited: Set<EntityType>?) throws -> Set<EntityType> {
            if let inherited, values[field] == nil { return inherited }
            let found = try names(field)
            guard !found.isEmpty else { throw fail(values[field] ?? key, "'\(name)' lacks '\(field)'; list entity types, or write any") }
            if found == ["any"] { return Set(EntityType.allCases) }
            return Set(
                try found.map { word in
                    guard let type = EntityType(rawValue: word) else {
                        let known = EntityType.allCases.map(\.rawValue)
                        throw fail(
                            values[field],
                            "unknown entity type '\(word)' in '\(field)' of '\(name)'\(suggestion(for: word, among: known))"
                                + " (types are \(known.joined(separator: ", ")), or any for all four)")
                    }
                    return type
                })
        }
        let kindName = try required("kind", or: base?.kind.rawValue)
        guard let kind = RelationType.Kind(rawValue: kindName) else {
            throw fail(values["kind"], "kind '\(kindName)' of '\(name)' is neither state nor event")
        }
        let symmetricText = try text("symmetric") ?? (base?.isSymmetric == true ? "true" : "false")
        guard let isSymmetric = ["true": true, "false": false][symmetricText] else {
            throw fail(values["symmetric"], "symmetric '\(symmetricText)' of '\(name)' is neither true nor false")
        }
        let inverse = try text("inverse") ?? (isSymmetric ? nil : base?.inverse)
        if let inverse, isSymmetric || !Self.isName(inverse) {
            throw fail(
                values["inverse"],
                isSymmetric
                    ? "'\(name)' is symmetric, so it has no inverse; take out one of the two" : "'\(inverse)' is no name for an inverse")
        }
        let domain = try entityTypes("domain", or: base?.domain), range = try entityTypes("range", or: base?.range)
        if isSymmetric && domain != range {
            throw fail(values["range"], "'\(name)' is symmetric, so its domain and range must be the same")
        }
        var score = base?.score
        if let scoreText = try text("score") {
            guard let value = Double(scoreText), (-10...10).contains(value) else {
                throw fail(values["score"], "score '\(scoreText)' of '\(name)' is no number from -10 to 10")
            }
            score = value
        }
        var codes = values["codes"] == nil ? base?.codes ?? [:] : [:]
        for (scheme, list) in values["codes"]?.mapping ?? [:] {
            let label = scheme.string ?? ""
            guard Self.schemes.contains(label) else {
                throw fail(scheme, "unknown scheme '\(label)' in codes of '\(name)'\(suggestion(for: label, among: Self.schemes))")
            }
            codes[label] = list.sequence?.compactMap { $0.scalar?.string } ?? list.scalar.map { [$0.string] } ?? []
        }
        type = RelationType(
            id: name, group: try required("family", or: base?.group), kind: kind, domain: domain, range: range, isSymmetric: isSymmetric,
            inverse: inverse, codes: codes, score: score,
            closes: try values["closes"].map { try Self.closingRules(of: name, $0, fail: fail) } ?? base?.closes ?? [],
            covers: try names("covers", or: base?.covers ?? []),
            definition: try text("means") ?? base?.definition ?? "", example: try text("example") ?? base?.example ?? "")
        type.traits =
            values["traits"] == nil
            ? base?.traits ?? []
            : Set(
                try names("traits").map { word in
                    guard let trait = RelationTrait(rawValue: word) else {
                        let known = RelationTrait.allCases.map(\.rawValue)
                        throw fail(
                            values["traits"],
                            "unknown trait '\(word)' of '\(name)'\(suggestion(for: word, among: known)) (traits are \(known.joined(separator: ", ")))"
                        )
                    }
                    return trait
                })
        patterns = try values["patterns"].map { try InlinePatterns(of: name, $0, file: file).files } ?? []
        self.file = file
        line = key.mark?.line
    }

    /// An error at a field of this relation, or at the relation itself where the field is not given.
    func error(at field: String, _ message: String) -> DataFileError {
        DataFileError(file: file, line: fieldLines[field] ?? line, message: message)
    }

    /// Takes out of the rules what is no relation any more.
    mutating func forget(_ relations: Set<RelationType.ID>) {
        for index in type.closes.indices { type.closes[index].states.removeAll(where: relations.contains) }
        type.closes.removeAll(where: \.states.isEmpty)
        type.covers.removeAll(where: relations.contains)
    }

    private static func isName(_ text: String) -> Bool {
        text.first?.isLetter == true && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
