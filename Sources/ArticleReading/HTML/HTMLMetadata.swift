import Foundation
import GraphModel

/// What a page says of its article outside the article's text.
struct HTMLMetadata {
    var title: String?
    /// Whether the title is the page's only, which may be that of all pages of its site.
    private(set) var isTitleGuessed = false
    var published: PartialDate?
    var publisher: String?
    var url: String?
    /// The whole text, where a script holds it.
    var body: String?
    /// Whether the page reports on something that goes on, post by post.
    var isLive = false

    /// JSON-LD counts first, then Open Graph and its like, then microdata and `time`, then what the page shows.
    init(_ tree: HTMLTree) {
        let facts = LinkedData(tree), meta = MetaElements(tree), micro = Microdata(tree)
        publisher = [facts.publisher, meta.siteName, micro.publisher, meta.application].lazy.compactMap { $0 }.first { !$0.isEmpty }
        let heading = tree.all("h1").map { tree.words(of: $0) }.filter { !$0.isEmpty }
        let pageTitle = tree.first("title").map { tree.words(of: $0) }
        let named = [facts.headline, meta.title, micro.headline].lazy.compactMap { $0 }.first { !$0.isEmpty }
        // A page's name often ends with that of its site.
        title = named.map { Self.withoutSite($0, publisher) } ?? (heading.count == 1 ? heading[0] : nil)
        if title == nil, let pageTitle {
            title = Self.shownPart(of: pageTitle, tree)
            isTitleGuessed = title == nil
            if isTitleGuessed { title = Self.withoutSite(pageTitle, publisher, cuttingAnyway: true) }
        }
        if title == nil { title = heading.first }
        if title?.isEmpty == true { title = nil }
        published =
            [facts.published, meta.published, micro.published].lazy.compactMap { $0.flatMap(Self.date) }.first ?? Self.shownDate(tree)
        url = [meta.canonical, meta.url, facts.url, Self.savedFrom(tree)].lazy.compactMap { $0 }.first(where: Self.isArticleAddress)
        body = facts.body
        isLive = facts.isLive
    }

    /// The day that a machine-readable date means: the day in the place where it was written.
    static func date(_ text: String) -> PartialDate? {
        let trimmed = text.collapsed
        let first = trimmed.prefix { $0 != "T" && $0 != " " }
        if let date = PartialDate(first) { return date }
        if first.utf8.count == 8, first.utf8.allSatisfy({ (48...57).contains($0) }) {
            return PartialDate("\(first.prefix(4))-\(first.dropFirst(4).prefix(2))-\(first.suffix(2))")
        }
        if let date = WrittenDate.first(in: trimmed[...]) { return date }
        // "Tue, 06 January 2026": single digits may lead with a zero, which names of months follow.
        return nil
    }

    /// The first `time` with a date in an article's head, else the first of the page.
    private static func shownDate(_ tree: HTMLTree) -> PartialDate? {
        let times = tree.all("time").prefix(200).filter { index in
            var place = tree.nodes[index].parent
            while place > 0 {
                let node = tree.nodes[place]
                if ["nav", "footer", "aside"].contains(node.name) || PageClutter.isClutter(node, isInline: false) { return false }
                place = node.parent
            }
            return true
        }
        let isPublication = { (index: Int) in
            tree.attribute("pubdate", of: index) != nil || PageClutter.tokens(of: tree.nodes[index]).contains { $0.hasPrefix("publi") }
        }
        for index in (times.filter(isPublication) + times).prefix(100) {
            if let date = tree.attribute("datetime", of: index).flatMap(date) ?? WrittenDate.first(in: tree.words(of: index)[...]) { return date }
        }
        return nil
    }

    /// "Mayor resigns - The Harbour Post" without the site's name.
    static func withoutSite(_ title: String, _ site: String?, cuttingAnyway: Bool = false) -> String {
        for mark in separators {
            guard let place = title.ranges(of: mark).last else { continue }
            let head = String(title[..<place.lowerBound]), tail = title[place.upperBound...]
            let isSite = site.map { tail.lowercased().contains($0.lowercased()) || $0.lowercased().contains(tail.lowercased()) } ?? false
            let words = (head.split(separator: " ").count, tail.split(separator: " ").count)
            if isSite || cuttingAnyway && words.1 <= 5 && words.0 >= 3 && words.0 > words.1 {
                // "… | World | The Harbour Post"
                return mark == " | " ? withoutSite(head, nil, cuttingAnyway: cuttingAnyway) : head
            }
        }
        return title
    }

    /// The part of a page's name that stands in the page, too: "The Harbour Post - Mayor resigns".
    private static func shownPart(of title: String, _ tree: HTMLTree) -> String? {
        var parts = [title]
        for mark in separators { parts = parts.flatMap { $0.split(separator: mark).map(String.init) } }
        guard parts.count > 1 else { return nil }
        let shown = Set(
            tree.nodes.lazy.filter { $0.kind == .text && tree.nodes[$0.parent].name != "title" }.map { $0.text.collapsed.foldedWords })
        return parts.filter { $0.split(separator: " ").count >= 3 && shown.contains($0.collapsed.foldedWords) }.max { $0.count < $1.count }
    }

    private static let separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "]

    /// "<!-- saved from url=(0042)https://example.org/2026/story -->", as browsers write it.
    private static func savedFrom(_ tree: HTMLTree) -> String? {
        for node in tree.nodes.prefix(50) where node.kind == .comment {
            guard let place = node.text.firstRange(of: "saved from url=(") else { continue }
            let rest = node.text[place.upperBound...].drop { $0 != ")" }.dropFirst()
            return rest.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
        return nil
    }

    /// Whether an address is that of a page below a site's front page.
    private static func isArticleAddress(_ address: String) -> Bool {
        guard let url = URL(string: address), url.scheme == "https" || url.scheme == "http", let host = url.host(), !host.isEmpty else {
            return false
        }
        return url.path().count > 1 || url.query()?.isEmpty == false
    }
}

/// The elements `meta` and `link` of a page.
private struct MetaElements {
    private var values: [String: String] = [:]
    private(set) var canonical: String?

    init(_ tree: HTMLTree) {
        for index in tree.all("meta") {
            let attributes = tree.nodes[index].attributes
            guard let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"], let value = attributes["content"]?.collapsed,
                !value.isEmpty
            else { continue }
            for key in name.lowercased().split(separator: " ") where values[String(key)] == nil { values[String(key)] = value }
        }
        canonical = tree.all("link").first { tree.attribute("rel", of: $0)?.lowercased() == "canonical" }
            .flatMap { tree.attribute("href", of: $0) }
    }

    private func first(_ names: [String]) -> String? { names.lazy.compactMap { values[$0] }.first }

    var title: String? {
        first(["og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "hdl", "headline"])
    }
    var siteName: String? { first(["og:site_name", "dc.publisher", "dcterms.publisher", "cre"]) }
    var application: String? { first(["application-name", "apple-mobile-web-app-title"]) }
    var url: String? { first(["og:url", "twitter:url", "parsely-link"]) }
    var published: String? {
        first([
            "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
            "sailthru.date", "pubdate", "publish-date", "publish_date", "publication_date", "article.published", "dc.date.issued", "dcterms.created",
            "dcterms.date", "dc.date", "dc.date.created", "cxenseparse:recs:publishtime", "originalpublicationdate", "date", "dat", "release_date",
            "lastmodified", "last-modified",
        ])
    }
}

/// What attributes `itemprop` say.
private struct Microdata {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var publisher: String?

    init(_ tree: HTMLTree) {
        for (index, node) in tree.nodes.enumerated() {
            guard let property = node.attributes["itemprop"]?.lowercased() else { continue }
            let value = node.attributes["content"] ?? node.attributes["datetime"]
            for name in property.split(separator: " ") {
                switch name {
                case "headline" where headline == nil: headline = (value ?? tree.words(of: index)).collapsed
                case "datepublished" where published == nil: published = value ?? tree.words(of: index)
                case "publisher" where publisher == nil:
                    let inner = (index..<node.end).first { tree.attribute("itemprop", of: $0)?.lowercased() == "name" }
                    publisher =
                        (inner.flatMap { tree.attribute("content", of: $0) } ?? inner.map { tree.words(of: $0) } ?? value ?? tree.words(of: index))
                        .collapsed
                default: continue
                }
            }
        }
    }
}
