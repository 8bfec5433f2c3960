import CLibXML2

/// A page's elements, texts and comments, as libxml2 reads them.
struct HTMLTree {
    enum Kind: Hashable {
        case element
        case text
        case comment
    }

    struct Node {
        var kind: Kind
        /// An element's name in lower case; empty otherwise.
        var name: String
        /// What a text or comment says; empty for elements.
        var text: String
        var attributes: [String: String]
        var parent: Int
        var children: [Int]
        /// The number after that of its last descendant.
        var end: Int
    }

    /// In document order; the page's root comes first.
    private(set) var nodes: [Node] = []

    /// Elements nested deeper than this are taken for siblings.
    static let depthLimit = 200

    /// Reads a page; empty if there is no element in it.
    init(_ page: String) {
        var page = page
        let document = page.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { entitygraph_parse_html($0.baseAddress, Int32(clamping: $0.count)) }
        }
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        nodes.append(Node(kind: .element, name: "#page", text: "", attributes: [:], parent: -1, children: [], end: 0))
        var place = document.pointee.children, parent = 0, depth = 0
        while let node = place {
            let index = append(node, to: parent)
            if let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE {
                place = child
                depth += 1
                if depth <= Self.depthLimit, let index { parent = index }
                continue
            }
            var current = node
            while current.pointee.next == nil, let above = current.pointee.parent, above.pointee.type == XML_ELEMENT_NODE {
                if depth <= Self.depthLimit { parent = max(0, nodes[parent].parent) }
                depth -= 1
                current = above
            }
            place = current.pointee.next
        }
        for index in nodes.indices.reversed() { nodes[index].end = nodes[index].children.last.map { nodes[$0].end } ?? index + 1 }
    }

    private mutating func append(_ node: UnsafeMutablePointer<xmlNode>, to parent: Int) -> Int? {
        let kind: Kind, isText: Bool
        switch node.pointee.type {
        case XML_ELEMENT_NODE: (kind, isText) = (.element, false)
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: (kind, isText) = (.text, true)
        case XML_COMMENT_NODE: (kind, isText) = (.comment, true)
        default: return nil
        }
        var attributes: [String: String] = [:]
        var attribute = isText ? nil : node.pointee.properties
        while let found = attribute {
            var value = ""
            var part = found.pointee.children
            while let piece = part {
                value += Self.string(piece.pointee.content)
                part = piece.pointee.next
            }
            attributes[Self.string(found.pointee.name).lowercased()] = value
            attribute = found.pointee.next
        }
        nodes.append(
            Node(
                kind: kind, name: isText ? "" : Self.string(node.pointee.name).lowercased(), text: isText ? Self.string(node.pointee.content) : "",
                attributes: attributes, parent: parent, children: [], end: 0))
        nodes[parent].children.append(nodes.count - 1)
        return nodes.count - 1
    }

    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String { characters.map { String(cString: $0) } ?? "" }
}

extension HTMLTree {
    /// The first element of this name, in document order.
    func first(_ name: String) -> Int? { nodes.firstIndex { $0.name == name } }

    /// All elements of this name, in document order.
    func all(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }

    func attribute(_ name: String, of node: Int) -> String? { nodes[node].attributes[name] }

    /// Whether the second is the first or lies within it.
    func contains(_ node: Int, _ other: Int) -> Bool { node <= other && other < nodes[node].end }

    /// All that is written within a node, scripts and styles left out, with single spaces.
    func words(of node: Int) -> String {
        var text = ""
        for index in node..<nodes[node].end where nodes[index].kind == .text {
            let parent = nodes[nodes[index].parent].name
            if parent != "script" && parent != "style" { text += nodes[index].text + " " }
        }
        return text.collapsed
    }

    /// What is written within a node, as it stands: for scripts.
    func rawText(of node: Int) -> String {
        (node..<nodes[node].end).filter { nodes[$0].kind == .text }.map { nodes[$0].text }.joined()
    }
}

extension String {
    /// With single spaces instead of all white space, none at the ends, without soft hyphens and zero-width characters.
    var collapsed: String {
        var output = String.UnicodeScalarView(), isPending = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF: continue
            case 0x80...0x9F:
                // Numbers of Windows' characters, which old pages write as entities.
                if isPending, !output.isEmpty { output.append(" ") }
                isPending = false
                output.append(HTMLDecoding.windows1252(UInt8(scalar.value)))
            case _ where scalar.properties.isWhitespace: isPending = true
            case 0..<0x20, 0x7F: continue
            default:
                if isPending, !output.isEmpty { output.append(" ") }
                isPending = false
                output.append(scalar)
            }
        }
        return String(output)
    }
}
