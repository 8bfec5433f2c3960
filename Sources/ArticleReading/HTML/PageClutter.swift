/// Tells what a page puts around its article: menus, notices, links to other articles, buttons, comments.
enum PageClutter {
    /// Elements that are never a part of an article.
    private static let elements: Set<String> = [
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "option", "input", "textarea", "label",
        "fieldset", "iframe", "object", "embed", "canvas", "svg", "math", "audio", "video", "source", "picture", "figure", "figcaption", "img", "map",
        "dialog", "menu", "head", "link", "meta", "title", "map", "area", "base", "progress", "meter", "applet", "frameset", "frame", "noframes",
    ]

    /// Words of classes and ids, each by itself.
    private static let words: Set<String> = [
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "adbox", "sponsor", "sponsored", "promo", "promos",
        "promotion",
        "promoted", "cookie", "cookies", "consent", "gdpr", "onetrust", "banner", "breadcrumb", "breadcrumbs", "menu", "nav", "navbar", "navigation",
        "sidebar", "footer", "masthead", "topbar", "related", "recommended", "recommendations", "recirc", "recirculation", "trending", "popular",
        "mostread", "outbrain", "taboola", "zergnet", "disqus", "comment", "comments", "commentlist", "replies", "respond", "share", "sharing",
        "sharebar", "sharetools", "social", "socials", "addthis", "newsletter", "newsletters", "subscribe", "subscription", "signup", "paywall",
        "regwall", "meter", "caption", "captions", "credit", "credits", "byline", "bylines", "author", "authors", "bio", "tags", "taglist", "topics",
        "keywords", "toolbar", "popup", "modal", "overlay", "lightbox", "tooltip", "skip", "rating", "ratings", "poll", "quiz", "donate",
        "donation", "print", "hidden", "invisible", "offscreen", "widget", "widgets", "teaser", "teasers", "pagination", "pager", "copyright",
        "disclaimer", "tweet", "embed", "embeds", "embedded", "highlights", "follow", "breadcrum", "legal", "imprint", "colophon", "gallery",
        "slideshow", "carousel", "carousels", "infobox", "factbox", "pullquote",
        "wp-caption", "timestamp", "datestamp",
        "dateline", "pubdate",
        "metadata", "meta", "kicker", "eyebrow", "login", "search", "survey", "callout", "cta", "feedback", "whatsapp", "applink", "alert",
    ]

    /// Words of classes and ids that stand side by side.
    private static let phrases: [[String]] = [
        ["read", "more"], ["read", "next"], ["more", "on"], ["more", "from"], ["more", "stories"], ["see", "also"], ["also", "read"], ["up", "next"],
        ["most", "read"],
        ["most", "viewed"], ["sr", "only"], ["screen", "reader"], ["visually", "hidden"], ["related", "links"], ["pull", "quote"], ["sign", "up"],
        ["site", "header"],
        ["page", "header"], ["global", "header"], ["sticky", "header"], ["you", "may", "like"], ["also", "like"], ["in", "this", "story"],
        ["key", "points"],
        ["table", "of", "contents"], ["load", "more"], ["app", "download"], ["image", "text"], ["story", "tools"], ["article", "tools"],
        ["follow", "us"],
    ]

    /// Of an element inside a line of text only these count.
    private static let inlineWords: Set<String> = [
        "ad", "ads", "advert", "advertisement", "caption", "credit", "share", "sharing", "social", "hidden", "invisible", "offscreen", "tooltip",
        "comment",
        "comments", "related", "promo", "newsletter", "print", "footnote",
    ]

    /// Whether an element is no part of an article by its name, class, id or role.
    static func isClutter(_ node: HTMLTree.Node, isInline: Bool) -> Bool {
        guard node.kind == .element else { return node.kind == .comment }
        if elements.contains(node.name) || node.name.hasPrefix("amp-") { return true }
        let attributes = node.attributes
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        if let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }),
            style.contains("display:none") || style.contains("visibility:hidden")
        {
            return true
        }
        if let role = attributes["role"]?.lowercased(),
            [
                "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar", "button",
                "banner", "tooltip",
            ].contains(role)
        {
            return true
        }
        let tokens = tokens(of: node)
        guard !tokens.isEmpty else { return false }
        if isInline {
            return tokens.contains { inlineWords.contains($0) } || has(["sr", "only"], in: tokens) || has(["visually", "hidden"], in: tokens)
                || has(["screen", "reader"], in: tokens)
        }
        return tokens.contains { words.contains($0) } || phrases.contains { has($0, in: tokens) }
    }

    /// The words of an element's class and id, in lower case: `storyBody__relatedLinks` gives story, body, related, links.
    static func tokens(of node: HTMLTree.Node) -> [String] {
        let names = [node.attributes["class"], node.attributes["id"], node.attributes["data-component"], node.attributes["data-testid"]].compactMap {
            $0
        }
        guard !names.isEmpty else { return [] }
        var tokens: [String] = [], word = "", wasLower = false
        for scalar in names.joined(separator: " ").unicodeScalars {
            let isUpper = (65...90).contains(scalar.value), isLower = (97...122).contains(scalar.value)
            if !isUpper && !isLower || isUpper && wasLower {
                if !word.isEmpty { tokens.append(word) }
                word = ""
            }
            if isUpper || isLower { word += String(scalar).lowercased() }
            wasLower = isLower
        }
        return word.isEmpty ? tokens : tokens + [word]
    }

    private static func has(_ phrase: [String], in tokens: [String]) -> Bool {
        tokens.count >= phrase.count && tokens.indices.dropLast(phrase.count - 1).contains { Array(tokens[$0..<($0 + phrase.count)]) == phrase }
    }
}
