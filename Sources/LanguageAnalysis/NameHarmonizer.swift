import GraphModel

/// Brings the names of a document into line with each other.
///
/// The model reads one sentence at a time: it takes "Ford" for a company here and for a person there, and overlooks "Wiranto" once in five
/// times. What the whole document says about a spelling decides; a single word that is the last of a person's full name is that person's.
/// Articles before a name, possessive endings and marks after it are left out.
struct NameHarmonizer {
    let tokens: [Token]
    let sentences: [Sentence]

    func names(_ readings: [NameReading]) -> [NameSpan] {
        var readings = joined(readings).compactMap(trimmed)
        let evidence = evidence(of: readings.filter { Self.types.contains($0.type) })
        for index in readings.indices where Self.types.contains(readings[index].type) {
            guard let known = evidence[text(readings[index].tokens)], known.type != readings[index].type else { continue }
            // One sentence against the others of the document.
            guard known.total >= 2 * known.likelihood[readings[index].type, default: 0] else { continue }
            readings[index].type = known.type
            readings[index].probability = max(readings[index].likelihood[known.type, default: 0], known.mean)
        }
        let all = readings + overlooked(readings, evidence)
        return all.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map {
            NameSpan(tokens: $0.tokens, type: $0.type, probability: $0.probability)
        }
    }

    // MARK: Spans

    private func text(_ range: Range<Int>) -> String {
        range.count == 1 ? tokens[range.lowerBound].text : range.map { tokens[$0].text }.joined(separator: " ")
    }

    /// "United Nations Educational," and "Scientific and Cultural Organization": a name that ends in the middle goes on in the next.
    private func joined(_ readings: [NameReading]) -> [NameReading] {
        var result: [NameReading] = []
        for reading in readings {
            guard let last = result.last, last.type == .organization, reading.type == .organization,
                last.tokens.upperBound == reading.tokens.lowerBound,
                Self.openEnds.contains(tokens[last.tokens.upperBound - 1].text)
            else {
                result.append(reading)
                continue
            }
            result[result.count - 1].tokens = last.tokens.lowerBound..<reading.tokens.upperBound
        }
        return result
    }

    private static let openEnds: Set<String> = [",", "-", "–", "&", "and", "of", "for"]

    private func trimmed(_ reading: NameReading) -> NameReading? {
        // Works and events may begin with an article.
        guard reading.type != .date, reading.type != .money, reading.type != .miscellaneous else { return reading }
        var (low, high) = (reading.tokens.lowerBound, reading.tokens.upperBound)
        while low < high, isBefore(low, high) { low += 1 }
        while low < high, isMark(high - 1) || Self.possessives.contains(tokens[high - 1].text) { high -= 1 }
        guard low < high else { return nil }
        var result = reading
        result.tokens = low..<high
        return result
    }

    /// Whether the token is an article or a mark before a name. "The" stays in "The Hague".
    private func isBefore(_ index: Int, _ end: Int) -> Bool {
        if isMark(index) { return true }
        let isArticle = ["the", "a", "an"].contains(tokens[index].text.lowercased())
        return isArticle && !(index + 2 == end && tokens[index].text == "The" && tokens[index + 1].text == "Hague")
    }

    private func isMark(_ index: Int) -> Bool {
        let text = tokens[index].text
        return text != "." && !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static let possessives: Set<String> = ["'s", "’s", "'", "’"]

    // MARK: Types

    /// What the document says about one spelling.
    private struct Evidence {
        var likelihood: [NameType: Double] = [:]
        var count = 0
        /// The count, with places in headlines for less.
        var weight = 0.0
        var type = NameType.miscellaneous
        var total: Double { likelihood[type, default: 0] }
        var mean: Double { min(1, total / max(weight, 0.1)) }
    }

    private func evidence(of readings: [NameReading]) -> [String: Evidence] {
        var found: [String: Evidence] = [:]
        var surnames: [String: Double] = [:]
        var companies: [String: Double] = [:]
        for reading in readings {
            var entry = found[text(reading.tokens), default: Evidence()]
            entry.count += 1
            let weight = isInHeadline(reading.tokens.lowerBound) ? Self.headlineWeight : 1
            entry.weight += weight
            for type in Self.types { entry.likelihood[type, default: 0] += weight * reading.likelihood[type, default: 0] }
            found[text(reading.tokens)] = entry
            guard reading.tokens.count > 1, reading.probability > 0.6 else { continue }
            let (first, last) = (tokens[reading.tokens.lowerBound].text, tokens[reading.tokens.upperBound - 1].text)
            if reading.type == .person { surnames[last] = max(surnames[last, default: 0], reading.probability) }
            if reading.type == .organization, Self.companyWords.contains(last.lowercased()) {
                companies[first] = max(companies[first, default: 0], reading.probability)
            }
        }
        for (spelling, entry) in found {
            var entry = entry
            // A full name in the document is worth more than all the places where the bare surname stands.
            if let probability = surnames[spelling] {
                entry.likelihood[.person, default: 0] += 2 * probability * Double(entry.count)
            } else if let probability = companies[spelling] {
                entry.likelihood[.organization, default: 0] += 2 * probability * Double(entry.count)
            }
            entry.type = Self.types.max { entry.likelihood[$0, default: 0] < entry.likelihood[$1, default: 0] } ?? .miscellaneous
            found[spelling] = entry
        }
        return found
    }

    private func isInHeadline(_ token: Int) -> Bool {
        sentences.contains { $0.role == .headline && $0.tokens.contains(token) }
    }

    /// A headline's few words and capitals say less about a name than a sentence does.
    private static let headlineWeight = 0.4
    /// A people, a work and a date are told by their place in the sentence.
    private static let types: [NameType] = [.person, .organization, .location, .facility]
    private static let companyWords: Set<String> = [
        "company", "corporation", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "limited", "plc", "group", "holdings", "ag", "sa", "motors", "motor",
        "airlines", "airways", "industries", "bank", "technologies", "energy", "oil", "pharmaceuticals", "systems", "media", "partners", "capital",
        "co",
        "co.", "llc", "gmbh", "se", "nv", "laboratories", "aerospace", "electronics", "shipping",
    ]

    // MARK: Names that the model overlooked

    /// Other places where a spelling stands that the document surely uses as a name.
    private func overlooked(_ readings: [NameReading], _ evidence: [String: Evidence]) -> [NameReading] {
        var known: [String: [(words: [String], evidence: Evidence)]] = [:]
        for (spelling, entry) in evidence.sorted(by: { $0.key < $1.key }) {
            guard entry.mean > 0.7, entry.type == .person || entry.type == .organization || entry.type == .location else { continue }
            let words = spelling.split(separator: " ").map(String.init)
            guard words.count > 1 || entry.count > 1, let first = words.first else { continue }
            known[first, default: []].append((words, entry))
        }
        guard !known.isEmpty else { return [] }
        var covered = [Bool](repeating: false, count: tokens.count)
        for reading in readings { for token in reading.tokens { covered[token] = true } }
        var found: [NameReading] = []
        for sentence in sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                let match = known[tokens[index].text]?.filter { stands($0.words, at: index, before: sentence.tokens.upperBound, covered) }
                    .max { $0.words.count < $1.words.count }
                guard let match else {
                    index += 1
                    continue
                }
                var reading = NameReading(tokens: index..<(index + match.words.count), type: match.evidence.type)
                reading.probability = match.evidence.mean * 0.9
                found.append(reading)
                index += match.words.count
            }
        }
        return found
    }

    /// Whether the words stand there as a name of their own: tagged as such, and no part of a longer one.
    private func stands(_ words: [String], at start: Int, before limit: Int, _ covered: [Bool]) -> Bool {
        let end = start + words.count
        guard end <= limit, tokens[start].partOfSpeech == .properNoun else { return false }
        for (offset, word) in words.enumerated() where covered[start + offset] || tokens[start + offset].text != word { return false }
        func isName(_ index: Int) -> Bool {
            index >= 0 && index < tokens.count && tokens[index].partOfSpeech == .properNoun
                && (tokens[index].head.map((start..<end).contains) ?? false || (start..<end).contains { tokens[$0].head == index })
        }
        return !isName(start - 1) && !isName(end)
    }
}
