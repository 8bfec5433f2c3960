import Foundation

/// Holds JSON against a schema: as much of JSON Schema 2020-12 as the project's own schema uses.
struct JSONSchema {
    private let root: [String: Any]

    init(contentsOf file: URL) throws {
        guard let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        self.root = root
    }

    /// What is wrong with a value, a line each. Stricter than the standard: a field that the schema does not name is wrong, too.
    func problems(in json: String) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
        return check(value, root, "$")
    }

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var problems: [String] = []
        for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) {
            switch keyword {
            case "$schema", "title", "description", "$defs", "additionalProperties": continue
            case "$ref":
                let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
                guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                    problems.append("\(path): no definition \(name)")
                    continue
                }
                problems += check(value, target, path)
            case "type":
                let names = rule as? [String] ?? [rule as? String ?? ""]
                if !names.contains(where: { Self.isOf($0, value) }) { problems.append("\(path): is no \(names.joined(separator: " or "))") }
            case "const": if !Self.equal(rule, value) { problems.append("\(path): is not \(rule)") }
            case "enum": if !(rule as? [Any] ?? []).contains(where: { Self.equal($0, value) }) { problems.append("\(path): is none of \(rule)") }
            case "pattern":
                if let text = value as? String, let pattern = rule as? String, text.range(of: pattern, options: .regularExpression) == nil {
                    problems.append("\(path): '\(text)' does not match \(pattern)")
                }
            case "minimum":
                if let number = value as? Double, let least = rule as? Double, number < least { problems.append("\(path): below \(least)") }
            case "maximum": if let number = value as? Double, let most = rule as? Double, number > most { problems.append("\(path): above \(most)") }
            case "required":
                if let object = value as? [String: Any] {
                    problems += (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
                }
            case "properties":
                guard let object = value as? [String: Any], let known = rule as? [String: [String: Any]] else { continue }
                for (key, member) in object.sorted(by: { $0.key < $1.key }) {
                    if let schema = known[key] {
                        problems += check(member, schema, "\(path).\(key)")
                    } else {
                        problems.append("\(path): the field \(key) is not in the schema")
                    }
                }
            case "items":
                guard let list = value as? [Any], let schema = rule as? [String: Any] else { continue }
                for (index, element) in list.enumerated() { problems += check(element, schema, "\(path)[\(index)]") }
            case "anyOf":
                let choices = (rule as? [[String: Any]] ?? []).map { check(value, $0, path) }
                if !choices.contains(where: \.isEmpty) { problems.append("\(path): fits none of the choices") }
            default: problems.append("\(path): the test does not know the keyword \(keyword)")
            }
        }
        if schema["properties"] == nil, let others = schema["additionalProperties"] as? [String: Any], let object = value as? [String: Any] {
            for (key, member) in object.sorted(by: { $0.key < $1.key }) { problems += check(member, others, "\(path).\(key)") }
        }
        return problems
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": isFlag(value)
        case "number": value is NSNumber && !isFlag(value)
        case "integer": !isFlag(value) && (value as? Double).map { $0 == $0.rounded() } == true
        default: false
        }
    }

    private static func isFlag(_ value: Any) -> Bool { (value as? NSNumber).map { CFBooleanType.contains($0) } ?? false }

    private static func equal(_ a: Any, _ b: Any) -> Bool { (a as? NSObject) == (b as? NSObject) && isFlag(a) == isFlag(b) }
}

/// Foundation keeps `true` and `1` apart by the number's type only.
private enum CFBooleanType {
    static func contains(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B" }
}
