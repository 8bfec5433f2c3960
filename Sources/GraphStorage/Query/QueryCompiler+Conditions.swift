internal import GraphModel

extension QueryCompiler {
    /// The value of a property: a text, a number, or a date's number.
    func sql(_ property: QueryProperty) -> SQLFragment {
        switch property {
        case .node(let index, let property):
            switch property {
            case .name: "n\(index).name"
            case .type: "n\(index).type"
            case .id: "n\(index).name_id"
            }
        case .edge(let index, let property):
            switch property {
            case .type: "(SELECT name FROM relation_type WHERE id = r\(index).type)"
            case .status: "(SELECT name FROM status WHERE id = r\(index).status)"
            case .sources: "(SELECT count(DISTINCT \(name: FilterCondition.source("d"))) \(statements(of: index)))"
            case .confidence: "(SELECT max(s.confidence) \(statements(of: index)))"
            case .date: "coalesce(s\(index).date, \(FilterCondition.end(of: "s\(index)")), d\(index).published)"
            case .statedDate: "s\(index).date"
            case .until: FilterCondition.end(of: "s\(index)")
            case .published: "d\(index).published"
            case .publisher: "d\(index).publisher"
            case .title: "s\(index).title"
            case .amount: "s\(index).amount"
            case .currency: "s\(index).currency"
            case .place: "s\(index).place"
            case .attributedTo: "s\(index).speaker"
            case .charge: "s\(index).charge"
            case .document: "d\(index).name"
            case .text:
                """
                coalesce(s\(index).sentence, (SELECT CAST(substr(CAST(t.text AS BLOB), s\(index).span_start + 1,
                s\(index).span_end - s\(index).span_start) AS TEXT) FROM document_text t WHERE t.document = d\(index).id))
                """
            }
        }
    }

    func sql(_ condition: QueryCondition) -> SQLFragment {
        switch condition {
        case .comparison(let a, let sign, let b):
            switch a.kind {
            case .text: text(a, sign, b)
            case .number: "\(sql(a)) \(name: sign.rawValue) \(sql(b))"
            case .date: date(sql(a), sign, sql(b))
            }
        case .contains(let whole, let part): "instr(\(folded(whole)), \(folded(part))) > 0"
        case .isKnown(let property): "\(sql(property)) IS NOT NULL"
        case .same(let a, let b): "n\(a).id = n\(b).id"
        case .not(let inner): "NOT (\(sql(inner)))"
        case .and(let a, let b): "(\(sql(a))) AND (\(sql(b)))"
        case .or(let a, let b): "(\(sql(a))) OR (\(sql(b)))"
        }
    }

    private func sql(_ operand: QueryOperand) -> SQLFragment {
        switch operand {
        case .text(let text): "\(value: .text(text))"
        case .number(let number): "\(value: .real(number))"
        case .date(let date): "\(date.code)"
        case .property(let property): sql(property)
        }
    }

    private func text(_ a: QueryOperand, _ sign: QueryComparison, _ b: QueryOperand) -> SQLFragment {
        guard sign == .equal || sign == .unequal else { return "\(sql(a)) \(name: sign.rawValue) \(sql(b))" }
        // Texts of a fixed list are compared by their numbers.
        if case (.property(.edge(let index, let property)), .text(let value)) = (a, b) {
            if property == .status, let status = Status(rawValue: value) { return "r\(index).status \(name: sign.rawValue) \(status.code)" }
            if property == .type { return "r\(index).type \(name: sign.rawValue) \(relationTypes[value] ?? -1)" }
        }
        return "\(folded(a)) \(name: sign.rawValue) \(folded(b))"
    }

    private func date(_ a: SQLFragment, _ sign: QueryComparison, _ b: SQLFragment) -> SQLFragment {
        switch sign {
        case .equal: "(\(a) >= \(b) AND \(FilterCondition.lastDay(a)) <= \(FilterCondition.lastDay(b)))"
        case .unequal: "NOT \(date(a, .equal, b))"
        case .less: "\(FilterCondition.lastDay(a)) < \(b)"
        case .lessOrEqual: "\(a) <= \(FilterCondition.lastDay(b))"
        case .greater: "\(a) > \(FilterCondition.lastDay(b))"
        case .greaterOrEqual: "\(FilterCondition.lastDay(a)) >= \(b)"
        }
    }

    private func folded(_ operand: QueryOperand) -> SQLFragment {
        if case .text(let text) = operand { return "\(value: .text(text.foldedForNames))" }
        return "\(name: FoldingFunction.name)(\(sql(operand)))"
    }
}
