/// What scripts of the type `application/ld+json` say of a page's article, in the terms of schema.org.
struct LinkedData {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var body: String?
    private(set) var isLive = false

    init(_ tree: HTMLTree) {
        let scripts = tree.all("script").filter { tree.attribute("type", of: $0)?.lowercased().hasPrefix("application/ld+json") == true }
        var things: [JSONValue] = []
        for script in scripts { if let value = JSONValue(script: tree.rawText(of: script)) { Self.collect(value, into: &things, depth: 0) } }
        let byID = Dictionary(
            things.compactMap { thing in thing["@id"]?.string.map { ($0, thing) } }, uniquingKeysWith: { $0["name"] == nil ? $1 : $0 })
        // A live page's posts are articles, too, but the page is the one that holds them.
        let articles = things.filter { !Self.types(of: $0).isDisjoint(with: Self.articleTypes) }
        guard
            let article = articles.first(where: { Self.types(of: $0).contains("LiveBlogPosting") }) ?? articles.first(where: { $0["headline"] != nil }
            )
                ?? articles.first
        else {
            publisher = things.first { !Self.types(of: $0).isDisjoint(with: ["WebSite", "NewsMediaOrganization"]) }.flatMap { Self.text($0["name"]) }
            return
        }
        isLive = Self.types(of: article).contains("LiveBlogPosting")
        headline = Self.text(article["headline"]) ?? Self.text(article["name"])
        published = Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"]) ?? Self.text(article["uploadDate"])
        publisher = Self.name(article["publisher"], byID) ?? Self.name(article["sourceOrganization"], byID)
        if publisher == nil { publisher = things.first { Self.types(of: $0).contains("WebSite") }.flatMap { Self.text($0["name"]) } }
        url = Self.text(article["url"]) ?? Self.address(article["mainEntityOfPage"])
        body = article["articleBody"]?.string.map(Self.decoded)
    }

    private static let articleTypes: Set<String> = [
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
        "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting", "Report", "AdvertiserContentArticle",
    ]

    /// All objects with a type, the outer ones first.
    private static func collect(_ value: JSONValue, into things: inout [JSONValue], depth: Int) {
        guard depth < 20 else { return }
        switch value {
        case .list(let values): for value in values { collect(value, into: &things, depth: depth + 1) }
        case .object(let members):
            if members["@type"] != nil { things.append(value) }
            // Related articles are articles, but not this one.
            for key in members.keys.sorted()
            where !["hasPart", "relatedLink", "isPartOf", "itemListElement", "liveBlogUpdate", "mentions", "about", "comment"].contains(key) {
                if let member = members[key] { collect(member, into: &things, depth: depth + 1) }
            }
        default: return
        }
    }

    private static func types(of thing: JSONValue) -> Set<String> {
        Set((thing["@type"]?.elements ?? []).compactMap(\.string).map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.elements.lazy.compactMap(\.string).first.map(decoded)?.collapsed, !text.isEmpty else { return nil }
        return text
    }

    private static func name(_ value: JSONValue?, _ byID: [String: JSONValue]) -> String? {
        for element in value?.elements ?? [] {
            if let name = element.string, !name.contains("://") { return decoded(name).collapsed }
            if let name = text(element["name"]) ?? text(element["legalName"]) { return name }
            if let id = element["@id"]?.string, let name = byID[id].flatMap({ text($0["name"]) }) { return name }
        }
        return nil
    }

    private static func address(_ value: JSONValue?) -> String? { value?.string ?? value?["@id"]?.string ?? value?["url"]?.string }

    /// Without the entities and elements of HTML that some sites leave in.
    private static func decoded(_ text: String) -> String {
        guard text.contains("&") || text.contains("<") else { return text }
        let marked = text.replacing("</p>", with: "\n").replacing("<br>", with: "\n").replacing("<br/>", with: "\n").replacing("<br />", with: "\n")
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.contains("&") || line.contains("<") else { return String(line) }
            let tree = HTMLTree("<html><body><div>\(line)</div></body></html>")
            return tree.nodes.isEmpty ? String(line) : tree.words(of: 0)
        }
        return lines.joined(separator: "\n")
    }
}
