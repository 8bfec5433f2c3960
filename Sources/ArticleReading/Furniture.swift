import GraphModel

/// What the publisher puts around an article: credits, dates, links, notices.
enum Furniture: Equatable {
    /// "Published By: NEWSX WEB DESK".
    case publisher(String)
    /// A line with the day of publication; the smallest rank of several lines wins.
    case date(PartialDate, rank: Int)
    /// Bylines, credits, links, notices.
    case other

    /// The furniture that the line is, or nil if it belongs to the article; `isFirst` for the line where the headline stands.
    init?(_ line: TextLine, isFirst: Bool) {
        // No rule below takes a longer line; most paragraphs end here.
        guard line.words.count <= 45 else { return nil }
        let text = line.text.strippingBrackets()
        let lower = text.lowercased()
        let count = line.words.count
        if let name = Self.rest(of: text, after: ["published by"]), lower.contains(":"), count <= 12 {
            let alone = name.prefix { $0 != "|" && $0 != "•" }.trimmingWhitespace()
            self = alone.isEmpty ? .other : .publisher(String(alone))
        } else if let found = Self.dateLine(text, lower: lower, words: count) {
            self = found
        } else if Self.notices.contains(lower.trimmingPunctuation()) || Self.isNotice(lower, words: count)
            || Self.isCredit(line.text, text, lower: lower, words: count) || (!isFirst && Self.isByline(text, words: line.words))
        {
            self = .other
        } else {
            return nil
        }
    }

    private static func rest(of text: Substring, after prefixes: [String]) -> Substring? {
        let lower = text.lowercased()
        guard let prefix = prefixes.first(where: { lower.hasPrefix($0) }) else { return nil }
        return text.dropFirst(prefix.count).drop { $0 == ":" || $0.isWhitespace || $0 == "-" || $0 == "|" }
    }

    private static func dateLine(_ text: Substring, lower: String, words: Int) -> Furniture? {
        guard words <= 16 else { return nil }
        let starts: [(String, Int)] = [
            ("first published", 0), ("published", 1), ("publication date", 1), ("posted", 1), ("created", 1), ("issued", 1), ("date:", 1),
            ("last updated", 3), ("last modified", 3), ("updated", 3), ("modified", 3),
        ]
        let date = WrittenDate.first(in: text)
        if let (start, rank) = starts.first(where: { lower.hasPrefix($0.0) }) {
            if let date { return text.endsSentence && text.last == "." && words > 8 ? nil : .date(date, rank: rank) }
            let follows = lower.dropFirst(start.utf8.count).drop { $0.isLetter || $0 == " " }.first
            return follows == ":" && words <= 12 || lower.hasPrefix("last updated") ? .other : nil
        }
        if let date, WrittenDate.isWholeLine(text) { return .date(date, rank: 2) }
        return nil
    }

    private static func isNotice(_ lower: String, words: Int) -> Bool {
        func starts(_ prefixes: [String]) -> Bool { prefixes.contains { lower.hasPrefix($0) } }
        // "Home > World > Venezuela"
        if words <= 15, [" > ", " » ", " › "].contains(where: { lower.contains($0) }) { return true }
        if starts(linkStarts) && words <= 30 { return true }
        if starts(["read more", "read also", "also read", "also watch", "also see"]) && words <= 25 { return true }
        if starts(["inputs from", "with inputs from", "with input from", "with agency inputs", "with inputs", "this story has been published from"]) {
            return words <= 25
        }
        if starts(["this story has not been edited", "this article was originally published", "this is a developing story", "for all the latest"]) {
            return true
        }
        if starts([
            "follow us", "follow our", "subscribe to", "subscribe now", "sign up for", "click here", "download our", "download the", "join our",
        ]) {
            return words <= 25
        }
        if starts(["copyright", "©", "(c)"]) {
            return lower.contains { $0.isNumber } || lower.hasPrefix("©") || lower.contains("all rights reserved")
        }
        return lower.contains("all rights reserved") && words <= 30 || lower.hasSuffix("min read") && words <= 5 || lower.hasPrefix("our standards:")
    }

    private static func isCredit(_ whole: Substring, _ text: Substring, lower: String, words: Int) -> Bool {
        func starts(_ prefixes: [String]) -> Bool { prefixes.contains { lower.hasPrefix($0) } }
        if starts(creditStarts) { return words <= 40 }
        if starts([
            "reporting by", "additional reporting", "editing by", "edited by", "written by", "writing by", "compiled by", "translated by", "photo by",
            "photos by", "image by", "photograph by", "video by", "reported by", "report by",
        ]) {
            return isMostlyNames(text, from: 2)
        }
        // "Associated Press writer Jane Doe contributed to this report.", "Doe reported from Oslo."
        let ending = lower.trimmingPunctuation()
        if words <= 40,
            ["contributed to this report", "contributed to this story", "contributed reporting"].contains(where: { ending.hasSuffix($0) })
        {
            return true
        }
        let parts = text.split(separator: " ")
        if words <= 25, let verb = parts.firstIndex(of: "reported"), verb > 0, parts[verb...].starts(with: ["reported", "from"]) {
            return isMostlyNames(text[..<parts[verb].startIndex], from: 0) && isMostlyNames(text[parts[verb].endIndex...], from: 1)
        }
        // "(ANI)", "[AFP]", "— Reuters"
        if words <= 4, Agency.isName(text.drop { !$0.isLetter }) { return true }
        // "The mayor in 2019 (Image: City Hall)"
        if words <= 30, whole.last == ")" || whole.last == "]", let open = lower.lastIndex(where: { $0 == "(" || $0 == "[" }),
            ["image", "photo", "picture", "credit", "file"].contains(where: { lower[lower.index(after: open)...].hasPrefix($0) })
        {
            return true
        }
        let tail = text.split(separator: " ").suffix(6).joined(separator: " ")
        let hasPhotoCredit = ["REUTERS/", "AP Photo/", "Getty Images", "/AFP", "/Reuters", "/Getty", "via AP", "via REUTERS"].contains {
            tail.contains($0)
        }
        return hasPhotoCredit && words <= 45 && (whole.last != "." || tail.contains("/"))
    }

    private static func isByline(_ text: Substring, words: [Substring]) -> Bool {
        guard words.count <= 14, let last = text.last, !".?!:".contains(last) else { return false }
        // "By our foreign staff", "Our legal correspondent, Rotterdam"
        if words.count <= 9, ["by our", "our ", "by a ", "by staff", "from our"].contains(where: { text.lowercased().hasPrefix($0) }),
            words.contains(where: { signers.contains($0.lowercased().trimmingPunctuation()) })
        {
            return true
        }
        if words.count >= 2, words[0] == "By" || words[0] == "BY" || words[0] == "by" && words.count <= 6 {
            let names = text.dropFirst(3).prefix { $0 != "," && $0 != "|" && $0 != "(" && $0 != "–" && $0 != "—" }
            return isMostlyNames(names, from: 0) && names.first?.isUppercase == true
        }
        guard words.count <= 9, let cut = text.lastIndex(where: { $0 == "," || $0 == "|" || $0 == "/" }) else { return false }
        let names = text[..<cut].trimmingWhitespace()
        return (2...6).contains(names.split(separator: " ").count) && isMostlyNames(names, from: 0) && Agency.isName(text[text.index(after: cut)...])
    }

    /// Whether the words but for conjunctions and credits are capitalised, from the given one on.
    private static func isMostlyNames(_ text: Substring, from first: Int) -> Bool {
        let words = text.split { $0 == " " || $0 == ";" || $0 == "," }.dropFirst(first)
        return !words.isEmpty
            && words.allSatisfy { word in
                word.first.map { $0.isUppercase || $0.isNumber || !$0.isLetter } == true || nameWords.contains(word.lowercased())
            }
    }

    private static let nameWords: Set<String> = [
        "and", "in", "by", "of", "for", "the", "with", "at", "editing", "reporting", "writing", "additional", "compiled", "de", "la", "van", "von",
        "der",
        "den", "bin", "al", "el", "di", "da", "du", "le", "dos", "del", "ter", "on", "from",
    ]
    private static let signers: Set<String> = [
        "staff", "correspondent", "correspondents", "reporter", "reporters", "editor", "bureau", "desk", "writer", "columnist",
    ]
    private static let notices: Set<String> = [
        "live tv", "watch live", "live", "advertisement", "advertisement - scroll to continue", "story continues below advertisement", "read more",
        "read full story", "continue reading", "share", "share this", "share this article", "save", "print", "comments", "listen to this article",
        "related", "related articles", "related stories", "related topics", "related news", "trending", "trending now", "recommended",
        "recommended stories", "end of list", "more on this story", "top stories", "most read", "web desk", "agencies", "with agencies",
        "file photo", "subscribe", "sign in", "sponsored", "go ad-free", "skip to content", "home", "share on facebook", "share on twitter",
        "share on x", "share on whatsapp", "facebook", "twitter", "whatsapp", "email", "copy link", "share via email", "menu", "search", "newsletter",
        "sign up", "log in", "latest news", "more stories", "you may also like", "more from", "image", "photo", "video", "reading time", "ends",
        "end", "###",
    ]
    private static let linkStarts = [
        "also read:", "also read |", "also read -", "also read–", "also watch:", "also watch |", "read more:", "read more |", "read |", "read:",
        "read also:",
        "read also |", "watch:", "watch |", "see also:", "see also |", "related:", "related |", "more:", "tags:", "topics:", "must read",
        "recommended:", "listen:", "in pics:", "in pics |", "explained |", "opinion |",
    ]
    private static let creditStarts = [
        "photo:", "photos:", "photo credit", "photo courtesy", "image:", "image credit", "image source", "image courtesy", "picture:",
        "picture credit",
        "photograph:", "pic credit", "credit:", "credits:", "file photo:", "file image", "representational image", "representative image", "source:",
        "by:", "author:", "edited by:", "written by:", "reported by:", "compiled by:", "translated by:", "reporter:",
    ]
}

/// News agencies and broadcasters as they sign.
enum Agency {
    /// Whether the text is the name of an agency, perhaps with "News" or "Agency" after it.
    static func isName(_ text: Substring) -> Bool {
        let name = text.lowercased().trimmingPunctuation()
        let stem = [" news agency", " news", " agency", " staff", " correspondent", " web desk", " desk"].first { name.hasSuffix($0) }
        return names.contains(name) || stem.map { names.contains(String(name.dropLast($0.count))) } ?? false
    }

    private static let names: Set<String> = [
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "ani", "pti", "ians", "uni", "efe", "dpa", "ansa",
        "tass",
        "xinhua", "kyodo", "yonhap", "bloomberg", "upi", "bbc", "cnn", "al jazeera", "anadolu", "aa", "interfax", "pa", "pa media", "aap", "irna",
        "newsx", "cbc", "npr", "voa", "sputnik", "ritzau", "belga", "apa", "ukrinform", "wam", "spa", "mena",
    ]
}

extension Substring {
    /// Without round or square brackets, asterisks and underscores around the whole.
    func strippingBrackets() -> Substring {
        var inner = self.trimmingWhitespace()
        while let first = inner.first, let last = inner.last, inner.count > 2,
            (first == "(" && (last == ")" || !inner.contains(")"))) || (first == "[" && last == "]") || (first == last && "*_".contains(first))
        {
            inner = (first == "(" && last != ")" ? inner.dropFirst() : inner.dropFirst().dropLast()).trimmingWhitespace()
        }
        return inner
    }
}

extension StringProtocol {
    /// Without anything but letters, digits and `#` at both ends.
    func trimmingPunctuation() -> String {
        func isKept(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "#" }
        guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else { return "" }
        return String(self[first...last])
    }
}
