extension Correction: CustomStringConvertible {
    /// The correction as one line of text, which `init(line:)` reads back:
    ///
    ///     2026-01-10T09:30:00Z merge person "Maduro Moros" into person "Nicolás Maduro" because "the same man"
    public var description: String {
        var words = [time.description] + action.words
        if !reason.isEmpty { words += ["because", reason.quotedAsJSON] }
        return words.joined(separator: " ")
    }
}

extension Correction.Action {
    fileprivate var words: [String] {
        switch self {
        case .merge(let from, let into): ["merge"] + from.words + ["into"] + into.words
        case .split(let entity, let portion, let label):
            ["split"] + entity.words + portion.words + (label.map { ["as", $0.quotedAsJSON] } ?? [])
        case .rename(let entity, let name): ["rename"] + entity.words + ["to", name.quotedAsJSON]
        case .retype(let entity, let type): ["retype"] + entity.words + ["to", type.rawValue]
        case .alias(let entity, let name): ["alias"] + entity.words + ["as", name.quotedAsJSON]
        case .rejectEntity(let entity): ["reject"] + entity.words
        case .rejectRelation(let relation): ["reject"] + relation.words
        case .confirm(let relation): ["confirm"] + relation.words
        case .add(let relation): ["add"] + relation.words
        }
    }
}

extension Correction.Portion {
    fileprivate var words: [String] {
        switch self {
        case .names(let names): ["names"] + names.map(\.quotedAsJSON)
        case .articles(let articles, let names):
            ["articles"] + articles.map(\.quotedAsJSON) + ["names"] + names.map(\.quotedAsJSON)
        }
    }
}

extension EntityReference {
    fileprivate var words: [String] {
        var words = (isNominal ? ["unnamed"] : []) + [type.rawValue, name.quotedAsJSON]
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            words += ["with", CorrectionText.word(scheme), value.quotedAsJSON]
        }
        if let aliases { words += aliases.isEmpty ? ["alone"] : ["also"] + aliases.map(\.quotedAsJSON) }
        return words + (article.map { ["in", $0.quotedAsJSON] } ?? [])
    }
}

extension RelationReference {
    fileprivate var words: [String] {
        var words = subject.words + [CorrectionText.word(type)] + object.words
        if let status { words += ["status", status.rawValue] }
        if let article { words += ["from", article.quotedAsJSON] }
        return words
    }
}

extension HandmadeRelation {
    fileprivate var words: [String] {
        var words = subject.words + [CorrectionText.word(type)] + object.words + ["status", status.rawValue]
        if let date { words += ["date", date.description] }
        if let until { words += ["until", until.description] }
        if let source { words += ["source", source.quotedAsJSON] }
        return words
    }
}

/// Words of a correction's text form.
enum CorrectionText {
    /// As it is if it is made of letters, digits, `_` and `-` only and no word of the text form; else in quotes.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 || $0 == 45 }
        return isPlain && !keywords.contains(text) ? text : text.quotedAsJSON
    }

    /// Words that end a reference; a relation of such a name stands in quotes.
    static let keywords: Set<String> = [
        "into", "to", "as", "names", "articles", "with", "alone", "also", "in", "status", "from", "date", "until", "source", "because",
    ]
}
