import GraphModel

/// The article of a saved page: its own text, taken from between menus, advertisements, related links and comments.
struct HTMLArticle {
    private(set) var metadata: HTMLMetadata
    /// The title, then the article's paragraphs, with blank lines between them.
    let text: String

    init(page: String) {
        let tree = HTMLTree(page)
        guard !tree.nodes.isEmpty else {
            metadata = HTMLMetadata(tree)
            text = ""
            return
        }
        metadata = HTMLMetadata(tree)
        let blocks = PageBlocks(tree)
        let root = ArticleRoot(tree, blocks, isLive: metadata.isLive)
        let inside = blocks.blocks.filter { block in root.nodes.contains { tree.contains($0, block.node) } }
        if metadata.isTitleGuessed, let shown = Self.shownTitle(inside) { metadata.title = shown }
        var date: PartialDate?
        var paragraphs = Self.cleaned(inside, title: metadata.title, date: &date)
        if metadata.published == nil { metadata.published = date }
        // Where the page shows the first paragraphs only, a script may hold them all.
        if let body = metadata.body {
            let whole = body.split(separator: "\n").map { String($0).collapsed }.filter { !$0.isEmpty }
            let length = whole.reduce(0) { $0 + $1.count }
            if length >= 200, length * 2 > paragraphs.reduce(0, { $0 + $1.count }) * 3 { paragraphs = whole }
        }
        text = paragraphs.isEmpty ? "" : ([metadata.title].compactMap(\.self) + paragraphs).joined(separator: "\n\n") + "\n"
    }

    /// The first line above the text that reads like a headline; nil if there is none.
    private static func shownTitle(_ blocks: [PageBlocks.Block]) -> String? {
        for block in blocks.prefix(10) where block.linked * 2 < block.length {
            if block.prose > 0 { return nil }
            guard let line = block.text.split(separator: "\n").first, (3...25).contains(line.split(separator: " ").count), line.last != ".",
                line.last != ":",
                WrittenDate.first(in: line) == nil, !isLabel(String(line))
            else { continue }
            return String(line)
        }
        return nil
    }

    /// The article's own blocks as text.
    /// - Parameter date: the day that a line above the text bears.
    private static func cleaned(_ blocks: [PageBlocks.Block], title: String?, date: inout PartialDate?) -> [String] {
        var blocks = blocks[...]
        // What stands above the headline is the page's.
        if let title {
            let head = blocks.prefix(40)
            let place = head.firstIndex { $0.text.foldedWords == title.foldedWords } ?? head.firstIndex { $0.kind == .heading(level: 1) }
            if let place, blocks[..<place].allSatisfy({ $0.prose < 100 }) {
                date = blocks[..<place].lazy.filter { WrittenDate.isWholeLine($0.text[...]) }.compactMap { WrittenDate.first(in: $0.text[...]) }.first
                blocks = blocks[(place + 1)...]
            }
        }
        var kept: [PageBlocks.Block] = [], skipped: Int?, isAboveText = true
        for var block in blocks {
            if case .heading(let level) = block.kind {
                if let section = skipped, level > section { continue }
                skipped = isForeignHeading(block.text) ? level : nil
                if skipped != nil || title.map({ block.text.foldedWords == $0.foldedWords }) == true { continue }
            } else if skipped != nil, block.prose < 200 {
                continue
            }
            if block.linked * 10 >= block.length * 6, block.text.split(separator: " ").count <= 30 { continue }
            block.text = withoutCredits(block.text, title: title, date: &date)
            if block.text.isEmpty || isLabel(block.text) { continue }
            if isAboveText, block.prose == 0, block.text.split(separator: " ").count <= 8, let found = WrittenDate.first(in: block.text[...]) {
                date = date ?? found
                continue
            }
            if block.prose > 0 { isAboveText = false }
            kept.append(block)
        }
        kept = withoutPullQuotes(kept)
        while let last = kept.last, last.prose == 0, !last.text.endsSentence { kept.removeLast() }
        return kept.map { $0.kind == .item ? "• " + $0.text.replacing("\n", with: " ") : $0.text }
    }

    /// Without short texts that only say again what another block says.
    private static func withoutPullQuotes(_ blocks: [PageBlocks.Block]) -> [PageBlocks.Block] {
        let words = blocks.map { $0.text.trimmingPunctuation().foldedWords }
        return blocks.indices.filter { index in
            let count = words[index].split(separator: " ").count
            guard (4...40).contains(count), blocks[index].kind == .paragraph else { return true }
            return !words.indices.contains { $0 != index && words[$0].utf8.count > words[index].utf8.count && words[$0].contains(words[index]) }
        }.map { blocks[$0] }
    }

    /// Without the headline and the lines of who wrote it, where they stand in one block with others.
    private static func withoutCredits(_ text: String, title: String?, date: inout PartialDate?) -> String {
        guard text.contains("\n") else { return text }
        var lines: [Substring] = [], isCredit = false
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.foldedWords == title?.foldedWords { continue }
            if WrittenDate.isWholeLine(line) {
                date = date ?? WrittenDate.first(in: line)
                continue
            }
            isCredit =
                words.count <= 8 && !line.endsSentence
                && (isCredit || words.count > 1 && words[0].lowercased() == "by" && words[1].first?.isUppercase == true)
            if !isCredit { lines.append(line) }
        }
        return lines.joined(separator: "\n")
    }

    /// Whether a heading stands above something that is not the article's.
    private static func isForeignHeading(_ text: String) -> Bool {
        let words = text.foldedWords.trimmingPunctuation()
        return foreignHeadings.contains(words) || foreignStarts.contains { words.hasPrefix($0) } && words.count < 60
    }

    private static let foreignHeadings: Set<String> = [
        "related", "comments", "leave a comment", "leave a reply", "tags", "topics", "newsletter", "advertisement", "trending", "popular",
        "latest news",
        "share", "share this", "top stories", "latest", "editor's picks", "editors' picks", "must read", "read more", "more", "about us",
        "contact us", "recommended",
    ]
    private static let foreignStarts = [
        "related ", "more on this", "more from", "more stories", "read next", "most read", "most popular", "you may also", "you might also",
        "recommended ", "about the author", "join the conversation", "sign up", "subscribe", "share this", "what to read next", "trending ",
        "popular ",
        "follow us", "up next", "top stories", "also in ", "don't miss", "latest from", "comments (",
    ]

    /// Whether a text is a button or a notice of the page.
    private static func isLabel(_ text: String) -> Bool {
        let words = text.foldedWords.trimmingPunctuation()
        guard words.count <= 90 else { return false }
        if labels.contains(words) { return true }
        // A time of day: "11:02", "9.30 pm".
        if words.utf8.count <= 12, words.first?.isNumber == true, words.allSatisfy({ $0.isNumber || ":. apmhgtuc".contains($0) }) { return true }
        let parts = words.split(separator: " ")
        if parts.last == "ago", parts.count <= 4, parts.contains(where: { $0.first?.isNumber == true }) { return true }
        if parts.count <= 3, parts.first?.allSatisfy(\.isNumber) == true,
            ["comments", "comment", "shares", "likes", "views"].contains(parts.last ?? "")
        {
            return true
        }
        return labelStarts.contains { words.hasPrefix($0) }
    }

    private static let labels: Set<String> = [
        "advertisement", "advertisements", "ad", "share", "share this", "share this article", "save", "print", "email", "tweet", "loading",
        "continue reading", "read more",
        "view comments", "comments", "reply", "facebook", "twitter", "whatsapp", "copy link", "listen", "watch", "close", "back to top", "gallery",
        "exclusive",
        "sponsored", "supported by", "image", "photo", "play video", "show more", "show less", "skip to content", "follow", "log in", "sign in",
        "subscribe",
    ]
    private static let labelStarts = [
        "story continues below", "article continues below", "article continues after", "story continues after", "continue reading below",
        "scroll to continue",
        "sign up for", "subscribe to continue", "subscribe to read", "already a subscriber", "share on ", "share via",
        "this article is for subscribers",
        "to continue reading", "to read the full", "you have reached your", "enable javascript", "please enable javascript", "your browser does not",
        "we use cookies", "get our newsletter", "listen to this article", "read the full story", "jump to comments", "click to share",
    ]
}

/// The elements of a page that hold its article.
private struct ArticleRoot {
    private(set) var nodes: [Int]

    init(_ tree: HTMLTree, _ blocks: PageBlocks, isLive: Bool) {
        let body = tree.first("body") ?? 0
        func usable(_ nodes: [Int]) -> [Int] { nodes.filter { !blocks.isLeftOut[$0] } }
        func widest(_ nodes: [Int]) -> Int? { nodes.max { (blocks.prose[$0], -$0) < (blocks.prose[$1], -$1) } }
        func outermost(_ nodes: [Int]) -> [Int] {
            var end = 0
            return nodes.filter { node in
                guard node >= end else { return false }
                end = tree.nodes[node].end
                return true
            }
        }

        var base = body, isMarked = false
        let mains = usable(tree.nodes.indices.filter { tree.nodes[$0].name == "main" || tree.nodes[$0].attributes["role"] == "main" })
        if let main = widest(mains), blocks.prose[main] * 10 >= blocks.prose[body] * 3 { base = main }
        let articles = outermost(usable(tree.all("article")).filter { tree.contains(base, $0) })
        if let article = widest(articles) {
            // Several alike are posts of a live page, or teasers.
            let alike = articles.filter { blocks.prose[$0] * 10 >= blocks.prose[base] }
            let isPage = isLive && alike.count > 1
            if !isPage, blocks.prose[article] * 10 >= blocks.prose[base] * 4 || blocks.prose[article] >= 400 { (base, isMarked) = (article, true) }
        }
        let bodies = outermost(
            usable(tree.nodes.indices.filter { tree.nodes[$0].attributes["itemprop"]?.lowercased().contains("articlebody") == true }))
        let marked = bodies.reduce(0) { $0 + blocks.prose[$1] }
        if marked * 2 >= blocks.prose[base] || marked >= 400, !isLive {
            // What little stands around it is the lead.
            let holdsThem = bodies.allSatisfy { tree.contains(base, $0) }
            nodes = holdsThem && isMarked && blocks.prose[base] * 4 <= marked * 5 ? [base] : bodies
            return
        }
        if isMarked {
            nodes = [base]
            return
        }
        var root = base
        while let child = widest(tree.nodes[root].children.filter { tree.nodes[$0].kind == .element }),
            blocks.prose[child] * 10 >= blocks.prose[base] * 8, blocks.prose[child] > 0, !["p", "li", "blockquote"].contains(tree.nodes[child].name)
        {
            root = child
        }
        // The lead may stand beside the rest, below the headline.
        var place = root
        while place != base, place > 0 {
            place = tree.nodes[place].parent
            let holdsHeadline = (place..<tree.nodes[place].end).contains { tree.nodes[$0].name == "h1" }
            if holdsHeadline {
                if blocks.prose[place] * 4 <= blocks.prose[root] * 5 { root = place }
                break
            }
        }
        nodes = [root]
    }
}
