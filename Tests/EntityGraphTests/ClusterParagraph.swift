import Foundation
import GraphModel
import RelationExtraction

/// A paragraph that says who is meant: `[words](1 person)` marks a mention of thing 1, `[words](1+2)` one of both, `[words](-)` one of
/// nothing that the paragraph tells.
struct ClusterParagraph {
    struct Mark {
        var span: TextSpan
        var text: String
        /// Numbers of things; empty for "nothing".
        var things: [Int]
        var type: String?
    }

    var phenomenon: String
    var text = ""
    var marks: [Mark] = []

    /// The paragraphs of a file, each below a line with its phenomenon that begins with `%`.
    static func read(_ file: String) -> [ClusterParagraph] {
        var phenomenon = ""
        return file.split(separator: "\n").compactMap { line in
            if line.hasPrefix("#") { return nil }
            if line.hasPrefix("%") {
                phenomenon = String(line.dropFirst(2))
                return nil
            }
            return ClusterParagraph(phenomenon: phenomenon, marked: line)
        }
    }

    private init(phenomenon: String, marked: Substring) {
        self.phenomenon = phenomenon
        var rest = marked
        while let open = rest.firstIndex(of: "["), let middle = rest[open...].range(of: "]("),
            let close = rest[middle.upperBound...].firstIndex(of: ")")
        {
            text += rest[..<open]
            let words = rest[rest.index(after: open)..<middle.lowerBound]
            let start = text.utf8.count
            text += words
            let tag = rest[middle.upperBound..<close].split(separator: " ")
            marks.append(
                Mark(
                    span: TextSpan(start: start, end: text.utf8.count), text: String(words),
                    things: tag[0].split(separator: "+").compactMap { Int($0) }, type: tag.count > 1 ? String(tag[1]) : nil))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    /// What is wrong with these mentions; empty if all is as marked.
    func problems(with mentions: [MentionReport]) -> [String] {
        var found: [Int: LocalEntity] = [:]
        var problems: [String] = []
        for mark in marks {
            let ending = mentions.filter { $0.mention.span.end == mark.span.end }
            if let long = ending.first(where: { $0.mention.kind == .name && $0.mention.span.start < mark.span.start }) {
                problems.append("'\(mark.text)' is part of '\(long.text)'")
            }
            let referents = ending.first { !$0.referents.isEmpty }?.referents ?? []
            let names = referents.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", ")
            switch mark.things.count {
            case 0: if !referents.isEmpty { problems.append("'\(mark.text)' is taken for \(names)") }
            case 1:
                guard referents.count == 1 else {
                    problems.append("'\(mark.text)' is \(referents.isEmpty ? "nobody" : names)")
                    continue
                }
                if let known = found[mark.things[0]] {
                    if known.id != referents[0].id { problems.append("'\(mark.text)' is \(names), not \(known.name)") }
                } else if let other = found.first(where: { $0.value.id == referents[0].id }) {
                    problems.append("'\(mark.text)' and thing \(other.key) are both \(names)")
                }
                found[mark.things[0]] = found[mark.things[0]] ?? referents[0]
                if let type = mark.type, type != referents[0].type.rawValue { problems.append("'\(mark.text)' is \(names), not a \(type)") }
            default:
                if Set(referents.map(\.id)) != Set(mark.things.compactMap { found[$0]?.id }) || referents.count != mark.things.count {
                    problems.append("'\(mark.text)' is \(names.isEmpty ? "nobody" : names)")
                }
            }
        }
        return problems
    }
}
