/// Random texts of the pattern language that ask of the graphs of `RandomArticles`.
public struct RandomQueries {
    private var generator: SeededGenerator
    private var nodes: [String] = []
    private var edges: [String] = []

    public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// A query; its patterns have at most two relations, since the oracle tries everything.
    public mutating func query() -> String {
        nodes = []
        edges = []
        var text = generator.oneIn(4) ? "MATCH " : ""
        let hops = Int.random(in: 0...2, using: &generator)
        text += node()
        for hop in 0..<hops {
            if hop > 0, generator.oneIn(3) {
                text += ", " + node() + edge() + node()
            } else {
                text += edge() + node()
            }
        }
        if hops < 2, generator.oneIn(8) { text += ", " + node() }
        if generator.oneIn(2) { text += " WHERE " + condition(depth: 0) }
        return text + results()
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &generator)] }

    private mutating func node() -> String {
        var text = "("
        if !nodes.isEmpty, generator.oneIn(5) {
            text += pick(nodes)
        } else {
            let name = "n\(nodes.count)"
            nodes.append(name)
            text += name
        }
        if generator.oneIn(4) { text += ":" + pick(["person", "country|place", "organization", "person|country"]) }
        if generator.oneIn(8), !text.contains("{") { text += pick([" {type: person}", " {id: \"person/Ruiz\"}", " {type: country}"]) }
        return text + ")"
    }

    private mutating func edge() -> String {
        let name = "r\(edges.count)"
        edges.append(name)
        var inside = name
        if !generator.oneIn(3) {
            let types = ["met_with", "allied_with", "attacked", "attacked_by", "head_of", "head", "praised"]
            inside += ":" + pick(types) + (generator.oneIn(2) ? "|" + pick(types) : "")
        }
        if generator.oneIn(5) { inside += pick([" {status: asserted}", " {title: \"Interim President\"}", " {status: planned}"]) }
        let arrows = pick([("-", "->"), ("-", "->"), ("<-", "-"), ("-", "-")])
        return arrows.0 + "[" + inside + "]" + arrows.1
    }

    private mutating func condition(depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 2 ? 6 : 10), using: &generator) {
        case 6: return "NOT " + condition(depth: depth + 1)
        case 7: return "(" + condition(depth: depth + 1) + " OR " + condition(depth: depth + 1) + ")"
        case 8, 9: return condition(depth: depth + 1) + " AND " + condition(depth: depth + 1)
        case 5 where nodes.count > 1: return pick(nodes) + pick([" = ", " <> "]) + pick(nodes)
        case let kind where kind < 4 && !edges.isEmpty: return edgeCondition(pick(edges))
        default:
            let node = pick(nodes)
            return pick([
                "\(node).name CONTAINS \"án\"", "\(node).name CONTAINS 'RUIZ'", "\(node).type <> person", "\(node).name = \"ana ruiz\"",
                "\(node).id >= \"organization\"", "\(node).type IN [place, country]", "\(pick(nodes)).name < \(node).name",
            ])
        }
    }

    private mutating func edgeCondition(_ edge: String) -> String {
        let sign = pick(["=", "<>", "<", "<=", ">", ">="]), date = pick(["2026-01-15", "2026-02", "2026", "2026-01-31", "2026-02-10"])
        let dated = pick(["date", "until", "published", "stated_date"])
        return pick([
            "\(edge).\(dated) \(sign) \(date)", "\(edge).\(dated) \(sign) \(pick(edges)).\(pick(["date", "published"]))",
            "\(edge).status = planned", "\(edge).status IN [asserted, former]", "\(edge).confidence \(sign) 0.5", "\(edge).sources >= 2",
            "\(edge).type <> praised", "\(edge).title IS NULL", "\(edge).amount \(sign) 4000000000", "\(edge).place IS NOT NULL",
            "\(edge).text CONTAINS \"ATTACKED\"", "\(edge).charge CONTAINS \"drug\"", "\(edge).publisher = \"the daily \\\"test\\\"\"",
            "\(edge).attributed_to <> \"x\"", "\(edge).currency = 'usd'", "\(edge).document > \"a5\"",
        ])
    }

    private mutating func results() -> String {
        var properties = nodes.map { $0 + pick([".name", ".type", ".id"]) }
        let statement = ["date", "stated_date", "until", "published", "publisher", "title", "amount", "text", "document"]
        properties += edges.flatMap { [$0 + "." + pick(["type", "status", "sources", "confidence"]), $0 + "." + pick(statement)] }
        let order = generator.oneIn(2) ? "" : " ORDER BY "
        let direction = pick(["", " DESC", " ASC"]), limit = generator.oneIn(3) ? " LIMIT \(Int.random(in: 1...6, using: &generator))" : ""
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return (order.isEmpty ? "" : order + pick(properties) + direction) + limit
        case 1:
            let shown = Array(Set((nodes + properties).shuffled(using: &generator).prefix(2))).sorted()
            let counts = [
                "count(*)", "count(\(pick(nodes)))", "count(DISTINCT \(pick(nodes)))", "count(\(pick(properties)))",
                "count(DISTINCT \(pick(properties)))",
            ]
            let columns = (generator.oneIn(4) ? [] : shown) + [pick(counts) + " AS total"]
            return " RETURN " + columns.joined(separator: ", ")
                + (order.isEmpty ? "" : order + pick(["total", columns.count > 1 ? shown[0] : "total"]) + direction)
                + limit
        case 2:
            let shown = Array(Set((nodes + properties).shuffled(using: &generator).prefix(2))).sorted()
            return " RETURN DISTINCT " + shown.joined(separator: ", ") + (order.isEmpty ? "" : order + shown[0] + direction) + limit
        case 3: return " RETURN *" + (order.isEmpty ? "" : order + pick(properties + nodes) + direction) + limit
        default:
            let shown = Array(Set((nodes + edges + properties).shuffled(using: &generator).prefix(3))).sorted()
            return " RETURN " + shown.joined(separator: ", ") + (order.isEmpty ? "" : order + pick(properties) + direction) + limit
        }
    }
}
