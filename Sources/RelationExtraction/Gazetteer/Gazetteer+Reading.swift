internal import GraphModel

/// A row of a gazetteer table that cannot be read.
public struct GazetteerError: Error, Hashable, CustomStringConvertible {
    /// Name of the table.
    public var table: String
    /// Counted from 1.
    public var line: Int
    public var message: String

    public init(table: String, line: Int, message: String) {
        self.table = table
        self.line = line
        self.message = message
    }

    public var description: String { "\(table):\(line): \(message)" }
}

extension Gazetteer {
    /// Reads tables; later ones add to earlier ones.
    ///
    /// A row's first column says what it lists: `country`, `territory`, `city`, `organization`, `titles`, `offices`, `persons`, `kin`,
    /// `given-names`, or the name of a word list. Columns are separated by tabs, the members of a list by `;`, `-` is an empty column.
    /// Lines that are empty or begin with `#` are skipped.
    ///
    /// - Parameter tables: The name of each table, for messages, and its text.
    /// - Throws: `GazetteerError` for the first row that cannot be read.
    public init(tables: [(name: String, text: String)]) throws {
        self.init()
        for table in tables {
            for (number, line) in table.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let row = line.last == "\r" ? line.dropLast() : line
                if row.isEmpty || row.first == "#" { continue }
                let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map { $0 == "-" ? "" : String($0) }
                do {
                    try read(columns)
                } catch let problem as RowProblem {
                    throw GazetteerError(table: table.name, line: number + 1, message: problem.message)
                }
            }
        }
    }

    private struct RowProblem: Error {
        var message: String
    }

    private mutating func read(_ columns: [String]) throws {
        switch columns[0] {
        case "country":
            try expect(6, columns, "country, code, name, other names, adjectives, capitals")
            try readCountry(columns)
        case "territory":
            try expect(5, columns, "territory, name, country, other names, adjectives")
            territories.append(
                Territory(name: columns[1], country: columns[2].isEmpty ? nil : columns[2], hasPeople: !columns[2].isEmpty && !columns[4].isEmpty))
            for name in [columns[1]] + list(columns[3]) { add(name, .territory(territories.count - 1, isAdjective: false)) }
            for name in list(columns[4]) { add(name, .territory(territories.count - 1, isAdjective: true)) }
        case "city":
            try expect(3, columns, "city, country, names")
            for name in list(columns[2]) { add(name, .city(country: columns[1])) }
        case "organization":
            try expect(3, columns, "organization, name, other names")
            organizations.append(columns[1])
            for name in [columns[1]] + list(columns[2]) { add(name, .organization(organizations.count - 1)) }
        case "titles":
            let gender = try gender(columns)
            for word in list(columns[2]) { titles.updateValue(gender, forKey: word) }
        case "persons":
            let gender = try gender(columns)
            for word in list(columns[2]) where persons[word] == nil || gender != nil { persons.updateValue(gender, forKey: word) }
        case "kin":
            let gender = try gender(columns)
            for word in list(columns[2]) { kin.updateValue(gender, forKey: word) }
        case "given-names":
            guard let gender = try gender(columns) else { throw RowProblem(message: "a given name tells m or f; '-' found") }
            for name in list(columns[2]) { givenNames[name.foldedForNames] = gender }
        case "offices":
            try expect(3, columns, "offices, head or -, words")
            offices.formUnion(list(columns[2]))
            if columns[1] == "head" { topOffices.formUnion(list(columns[2])) }
        default:
            guard let kind = WordList(rawValue: columns[0]) else {
                let known = ["country", "territory", "city", "organization", "titles", "offices", "persons", "kin", "given-names"]
                let lists = WordList.allCases.map(\.rawValue)
                throw RowProblem(message: "'\(columns[0])' is no kind of row; expected one of \((known + lists).joined(separator: ", "))")
            }
            try expect(2, columns, "\(kind.rawValue), words")
            words[kind, default: []].formUnion(list(columns[1]))
        }
    }

    private mutating func readCountry(_ columns: [String]) throws {
        let code = columns[1]
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw RowProblem(message: "'\(code)' is no ISO 3166-1 code; two capital letters expected, such as VE")
        }
        let index: Int
        if let known = countries.firstIndex(where: { $0.code == code }) {
            index = known
        } else {
            index = countries.count
            countries.append(Country(code: code, name: columns[2]))
        }
        for name in [columns[2]] + list(columns[3]) { add(name, .country(index, .name)) }
        for name in list(columns[4]) { add(name, .country(index, .adjective)) }
        for name in list(columns[5]) {
            let isPlain = name.first == "-"
            add(isPlain ? String(name.dropFirst()) : name, .country(index, .capital(metonym: !isPlain)))
        }
    }

    private mutating func add(_ name: String, _ sense: Sense) {
        let key = name.gazetteerKey
        guard let first = key.split(whereSeparator: { " -'".contains($0) }).first else { return }
        if !senses[key, default: []].contains(sense) { senses[key, default: []].append(sense) }
        longest[String(first), default: 0] = max(longest[String(first)] ?? 0, name.utf8.count + 2)
    }

    private func list(_ column: String) -> [String] { column.split(separator: ";").map(String.init) }

    private func expect(_ count: Int, _ columns: [String], _ names: String) throws {
        guard columns.count == count else {
            throw RowProblem(message: "\(columns.count) columns found, \(count) expected (\(names)); separate them by single tabs")
        }
    }

    private func gender(_ columns: [String]) throws -> Gender? {
        try expect(3, columns, "\(columns[0]), m or f or -, words")
        guard columns[1].isEmpty || Gender(rawValue: columns[1]) != nil else {
            throw RowProblem(message: "gender '\(columns[1])' found; m, f or - expected")
        }
        return Gender(rawValue: columns[1])
    }
}
