internal import GraphModel

extension QueryCompiler {
    /// The query for the answer's rows. A column of the answer takes one column for a value, two for an entity (row, id), five for a
    /// relation (row, subject, type, object, status). Where rows are not grouped, those of all nodes and edges follow.
    var rows: SQLFragment { "WITH match AS MATERIALIZED (\(matches))\n\(selection)" }

    /// The query for the rows of the entities (first) and relations of all matches that a grouped answer's rows stand for.
    var groupedElements: SQLFragment {
        let groups = (query.columns ?? []).indices.compactMap(groupColumn)
        let same: SQLFragment =
            groups.isEmpty ? "1" : groups.enumerated().map { "q.c\($0) IS match.\($1)" as SQLFragment }.joined(separator: " AND ")
        let elements = query.nodes.indices.map { "match.n\($0)" as SQLFragment } + query.edges.indices.map { "match.r\($0)" as SQLFragment }
        return """
            WITH match AS MATERIALIZED (\(matches)), shown AS MATERIALIZED (\(selection)),
            q AS (SELECT \(groups.isEmpty ? "1" : groups.indices.map { "c\($0)" as SQLFragment }.joined(separator: ", ")) FROM shown)
            SELECT DISTINCT \(elements.joined(separator: ", ")) FROM match WHERE EXISTS (SELECT 1 FROM q WHERE \(same))
            """
    }

    private var selection: SQLFragment {
        var selected: [SQLFragment] = [], keys: [SQLFragment] = [], ties: [SQLFragment] = []
        for (index, column) in (query.columns ?? []).enumerated() {
            switch column.output {
            case .node(let node):
                selected.append("n\(node) AS c\(keys.count), n\(node)k")
                keys.append("n\(node)")
                ties.append("n\(node)k")
            case .edge(let edge):
                selected.append("r\(edge) AS c\(keys.count), r\(edge)s, r\(edge)t, r\(edge)o, r\(edge)u")
                keys.append("r\(edge)")
                ties.append(relationOrder(edge))
            case .property:
                selected.append("v\(index) AS c\(keys.count)")
                keys.append("v\(index)")
                ties.append("v\(index) IS NULL, v\(index)")
            case .count, .countOf:
                selected.append("\(count(index)) AS v\(index)")
                ties.append("\(count(index))")
            }
        }
        if !query.isGrouped {
            for index in query.nodes.indices {
                selected.append("n\(index), n\(index)k")
                keys.append("n\(index)")
                ties.append("n\(index)k")
            }
            for index in query.edges.indices {
                selected.append("r\(index), r\(index)s, r\(index)t, r\(index)o, r\(index)u")
                keys.append("r\(index)")
                ties.append(relationOrder(index))
            }
        }
        let group: SQLFragment = keys.isEmpty ? "" : "GROUP BY \(keys.joined(separator: ", "))"
        let limit: SQLFragment = query.limit.map { "LIMIT \($0)" } ?? ""
        return """
            SELECT \(selected.joined(separator: ", ")) FROM match \(fullest) \(group)
            ORDER BY \((query.order.indices.map(order) + ties).joined(separator: ", ")) \(limit)
            """
    }

    /// The condition that no other row of the same match says all that a row says and more; nothing where that cannot be.
    private var fullest: SQLFragment {
        let columns = query.columnsOfStatements
        guard !query.isGrouped, !columns.isEmpty else { return "" }
        let elements = query.nodes.indices.map { "n\($0)" as SQLFragment } + query.edges.indices.map { "r\($0)" as SQLFragment }
        let sameMatch = elements.map { "other.\($0) = match.\($0)" as SQLFragment }
        let saysAll = columns.map { "match.v\($0) IS NULL OR other.v\($0) IS match.v\($0)" as SQLFragment }
        let saysMore = columns.map { "match.v\($0) IS NULL AND other.v\($0) IS NOT NULL" as SQLFragment }
        return "WHERE NOT EXISTS (SELECT 1 FROM match other WHERE \((sameMatch + saysAll).conjunction) AND (\(saysMore.disjunction)))"
    }

    /// The column of the matches that a column of a grouped answer groups by; nil for a count.
    private func groupColumn(_ index: Int) -> SQLFragment? {
        switch query.columns?[index].output {
        case .node(let node): "n\(node)"
        case .edge(let edge): "r\(edge)"
        case .property: "v\(index)"
        default: nil
        }
    }

    private func relationOrder(_ edge: Int) -> SQLFragment { "r\(edge)s, r\(edge)t, r\(edge)o, r\(edge)u" }

    /// What the answer is sorted by, unknown values last; of several values within a row the one that comes first.
    private func order(_ index: Int) -> SQLFragment {
        let order = query.order[index], best: SQLFragment = order.isDescending ? "max" : "min"
        let direction: SQLFragment = order.isDescending ? "DESC" : "ASC"
        var key: SQLFragment = "\(best)(o\(index))"
        if case .column(let column) = order.key, let output = query.columns?[column].output {
            switch output {
            case .property: key = "v\(column)"
            case .count, .countOf: key = count(column)
            case .node, .edge: break
            }
        }
        return "\(key) IS NULL, \(key) \(direction)"
    }

    /// How many matches, or values, the column at this index counts.
    private func count(_ index: Int) -> SQLFragment {
        let elements = query.nodes.indices.map { "n\($0)" as SQLFragment } + query.edges.indices.map { "r\($0)" as SQLFragment }
        let match = elements.joined(separator: " || ',' || ")
        switch query.columns?[index].output {
        case .countOf(.node(let node), isDistinct: true): return "count(DISTINCT n\(node))"
        case .countOf(.edge(let edge), isDistinct: true): return "count(DISTINCT r\(edge))"
        case .countOf(.property, isDistinct: true): return "count(DISTINCT v\(index))"
        case .countOf(.property, isDistinct: false):
            return "count(DISTINCT CASE WHEN v\(index) IS NOT NULL THEN \(match) || ',' || quote(v\(index)) END)"
        default: return "count(DISTINCT \(match))"
        }
    }
}
