/// A page's headings, paragraphs and list items in order, without what is clutter by its mark-up.
struct PageBlocks {
    enum Kind: Hashable {
        case heading(level: Int)
        case paragraph
        case item
    }

    struct Block {
        var kind: Kind
        /// With a line feed for each break inside it.
        var text: String
        /// The element that it stands in.
        var node: Int
        /// Characters.
        var length: Int
        /// Characters of links.
        var linked: Int

        /// Characters of running text: none for headings, links, labels and other short pieces.
        var prose: Int {
            guard kind == .paragraph || kind == .item, linked * 2 < length else { return 0 }
            let longest = text.split(separator: "\n").reduce(0) { max($0, $1.count) }
            return longest >= 60 || length >= 20 && text.endsSentence ? length - linked : 0
        }
    }

    private(set) var blocks: [Block] = []
    /// Characters of running text within each element.
    private(set) var prose: [Int]

    init(_ tree: HTMLTree) {
        self.tree = tree
        prose = [Int](repeating: 0, count: tree.nodes.count)
        guard !tree.nodes.isEmpty else { return }
        let kept = Self.keptContainers(tree)
        for (index, node) in tree.nodes.enumerated() {
            let isClutter = !kept.contains(index) && PageClutter.isClutter(node, isInline: Self.isInline(node))
            isLeftOut.append(isClutter || node.parent >= 0 && isLeftOut[node.parent])
        }
        walk(tree.first("body") ?? 0, .paragraph, isLinked: false)
        flush(.paragraph, at: 0)
        for block in blocks where block.prose > 0 {
            var place = block.node
            while place >= 0 {
                prose[place] += block.prose
                place = tree.nodes[place].parent
            }
        }
    }

    /// Whether each node is clutter, or lies within some.
    private(set) var isLeftOut: [Bool] = []

    private let tree: HTMLTree
    private var line = ""
    private var linked = 0

    /// Stands for `br` until the block is complete.
    private static let lineBreak: Character = "\u{1}"

    private mutating func walk(_ node: Int, _ kind: Kind, isLinked: Bool) {
        for child in tree.nodes[node].children {
            let element = tree.nodes[child]
            switch element.kind {
            case .comment: continue
            case .text:
                line += element.text
                if isLinked { linked += element.text.collapsed.count }
            case .element where element.name == "br": line.append(Self.lineBreak)
            case .element where isLeftOut[child]: line += " "
            case .element where element.name == "sup" && tree.nodes[child].children.contains { tree.nodes[$0].name == "a" }: continue
            case .element where Self.isInline(element): walk(child, kind, isLinked: isLinked || element.name == "a")
            case .element:
                flush(kind, at: node)
                let inner = Self.kind(of: element, within: kind)
                // A table with headings is data, not text.
                if element.name == "table", (child..<element.end).contains(where: { tree.nodes[$0].name == "th" }) { continue }
                walk(child, inner, isLinked: isLinked)
                flush(inner, at: child)
            }
        }
    }

    private mutating func flush(_ kind: Kind, at node: Int) {
        defer {
            line = ""
            linked = 0
        }
        // An empty line parts paragraphs; links are spread over them.
        let lines = line.split(separator: Self.lineBreak, omittingEmptySubsequences: false).map { String($0).collapsed }
        for part in lines.split(separator: "") {
            let text = part.joined(separator: "\n")
            let whole = max(1, lines.reduce(0) { $0 + $1.count })
            blocks.append(Block(kind: kind, text: text, node: node, length: text.count, linked: min(text.count, linked * text.count / whole)))
        }
    }

    private static func kind(of element: HTMLTree.Node, within kind: Kind) -> Kind {
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": .heading(level: Int(element.name.dropFirst()) ?? 6)
        case "li", "dd", "dt": .item
        case "p": kind == .item ? .item : .paragraph
        case "div", "section": kind
        default: .paragraph
        }
    }

    static func isInline(_ node: HTMLTree.Node) -> Bool { inlineElements.contains(node.name) }

    private static let inlineElements: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "q",
        "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rt",
    ]

    /// Elements whose classes do not count, for they hold the article: whole pages often bear words such as `has-sidebar`.
    private static func keptContainers(_ tree: HTMLTree) -> Set<Int> {
        var kept: Set<Int> = [], length = [Int](repeating: 0, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated().reversed() {
            if node.kind == .text, !["script", "style"].contains(tree.nodes[node.parent].name) {
                length[index] = node.text.utf8.count > 60 ? node.text.utf8.count : 0
            }
            if node.parent >= 0 { length[node.parent] += length[index] }
            if ["html", "body", "main"].contains(node.name) { kept.insert(index) }
            guard node.attributes["itemprop"]?.lowercased().contains("articlebody") == true else { continue }
            var place = index
            while place >= 0, kept.insert(place).inserted { place = tree.nodes[place].parent }
        }
        let foreign: Set<String> = [
            "comment", "comments", "commentlist", "replies", "respond", "disqus", "related", "recommended", "nav", "menu", "footer",
        ]
        let headlines = tree.all("h1").prefix(20)
        for (index, node) in tree.nodes.enumerated()
        where ["div", "section", "article", "td", "table", "tr", "tbody", "span", "form"].contains(node.name) {
            let isForeign = PageClutter.tokens(of: node).contains(where: foreign.contains) && !headlines.contains { tree.contains(index, $0) }
            if length[index] * 2 > length[0], node.attributes["hidden"] == nil, !isForeign { kept.insert(index) }
        }
        return kept
    }
}
