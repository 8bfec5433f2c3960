import GraphModel
import Yams

extension OntologyEntry {
    private static let closingFields = ["states", "subject", "object", "by", "of"]

    /// The rules of a field `closes`: names of states between the same two parties, or rules that say whose states end.
    static func closingRules(of name: String, _ node: Node?, fail: (Node?, String) -> DataFileError) throws -> [ClosingRule] {
        guard let node else { return [] }
        guard let list = node.sequence, !list.isEmpty else {
            throw fail(
                node, "'closes' of '\(name)' must be a list of states such as [head_of], or of rules such as {states: [head_of], subject: object}")
        }
        let plain = list.compactMap { $0.scalar?.string }
        if plain.count == list.count { return [ClosingRule(states: plain)] }
        return try list.map { entry in
            guard let rule = entry.mapping else {
                throw fail(
                    entry,
                    "'closes' of '\(name)' mixes names of states and rules; write each as a rule: {states: [\(plain[0])], subject: subject, object: object}"
                )
            }
            return try closingRule(of: name, rule, at: entry, fail: fail)
        }
    }

    private static func closingRule(
        of name: String, _ rule: Node.Mapping, at entry: Node, fail: (Node?, String) -> DataFileError
    ) throws -> ClosingRule {
        var fields: [String: Node] = [:]
        for (key, value) in rule {
            let label = key.string ?? ""
            guard closingFields.contains(label) else {
                throw fail(
                    key,
                    "unknown field '\(label)' in 'closes' of '\(name)'\(suggestion(for: label, among: closingFields))"
                        + " (fields are \(closingFields.joined(separator: ", ")))")
            }
            fields[label] = value
        }
        func words(_ label: String) -> [String] {
            fields[label].map { $0.scalar.map { [$0.string] } ?? $0.sequence?.compactMap { $0.scalar?.string } ?? [] } ?? []
        }
        func party(_ label: String) throws -> ClosingRule.Party? {
            guard let value = fields[label] else { return nil }
            guard let party = value.scalar.flatMap({ ClosingRule.Party(rawValue: $0.string) }) else {
                throw fail(value, "'\(label)' in 'closes' of '\(name)' must name a party of the event: subject or object")
            }
            return party
        }
        func types(_ label: String) throws -> Set<EntityType> {
            guard let value = fields[label] else { return Set(EntityType.allCases) }
            let types = words(label).map { EntityType(rawValue: $0) }
            guard !types.isEmpty, !types.contains(nil) else {
                throw fail(
                    value,
                    "'\(label)' in 'closes' of '\(name)' must list types of entity: \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return Set(types.compactMap(\.self))
        }
        let states = words("states"), subject = try party("subject"), object = try party("object")
        guard !states.isEmpty else { throw fail(entry, "a rule in 'closes' of '\(name)' names no states; add 'states: [...]'") }
        guard subject != nil || object != nil else {
            throw fail(entry, "a rule in 'closes' of '\(name)' does not say whose state ends; add 'subject:' or 'object:' with subject or object")
        }
        return ClosingRule(states: states, subject: subject, object: object, by: try types("by"), of: try types("of"))
    }
}
