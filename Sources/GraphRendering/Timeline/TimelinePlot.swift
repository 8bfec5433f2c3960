public import GraphModel

/// What happened to one entity, or between two, along time.
///
/// Of a pair it shows cooperation above and conflict below a line, by the scores of the ontology; of one entity a lane for each family of
/// relations. The same marks always give the same bytes.
public struct TimelinePlot: Hashable, Sendable {
    /// One event or interval.
    public struct Mark: Hashable, Sendable {
        /// When it happened or began, or came to be told.
        public var date: PartialDate
        /// Whether `date` is only the day of the first article that tells it.
        public var isDatedByArticle: Bool
        /// When it ended; nil for an event of one day, and for a state that goes on.
        public var until: PartialDate?
        public var type: RelationType.ID
        public var status: Status
        /// A few words beside the mark.
        public var words: String
        /// Shown where the pointer rests.
        public var tooltip: String
        /// Independent sources.
        public var sources: Int

        public init(
            date: PartialDate, isDatedByArticle: Bool = false, until: PartialDate? = nil, type: RelationType.ID, status: Status = .asserted,
            words: String, tooltip: String = "", sources: Int = 1
        ) {
            self.date = date
            self.isDatedByArticle = isDatedByArticle
            self.until = until
            self.type = type
            self.status = status
            self.words = words
            self.tooltip = tooltip
            self.sources = sources
        }
    }

    /// How marks are set out.
    public enum Layout: Hashable, Sendable {
        /// Above a line for cooperation, below for conflict.
        case balance
        /// A lane for each family of relations.
        case lanes
    }

    public var title: String
    /// Stands under the title; nil for none.
    public var caption: String?
    public var marks: [Mark]
    public var layout: Layout
    public var theme: Theme
    let ontology: Ontology

    /// - Parameter marks: in any order.
    public init(title: String, caption: String? = nil, marks: [Mark], layout: Layout, ontology: Ontology, theme: Theme = .light) {
        self.title = title
        self.caption = caption
        self.marks = marks.sorted { $0.order < $1.order }
        self.layout = layout
        self.ontology = ontology
        self.theme = theme
    }

    /// The plot as a file of this format; there is none as DOT.
    ///
    /// - Parameters:
    ///   - dotsPerInch: of a PNG.
    ///   - maximumPixels: of a PNG; the resolution falls until the plot fits.
    /// - Throws: `RenderingError`.
    public func data(as format: PictureFormat, dotsPerInch: Double = 144, maximumPixels: Int = 40_000_000) throws -> [UInt8] {
        switch format {
        case .svg: SVGFile.bytes(of: scene())
        case .png, .pdf: try Graphviz.draw(scene(), format: format, dotsPerInch: dotsPerInch, maximumPixels: maximumPixels)
        case .html: html
        case .dot: throw RenderingError.noPlotAsDOT
        }
    }

    /// A page that holds nothing but the plot.
    private var html: [UInt8] {
        let drawing = String(decoding: SVGFile.bytes(of: scene()), as: UTF8.self)
        // What stands before the drawing itself is for files of XML.
        let svg = drawing.firstRange(of: "<svg").map { drawing[$0.lowerBound...] } ?? drawing[...]
        let head = "<meta charset=\"utf-8\"><title>\(PlainText.clean(title).escapedForXML)</title>"
        return Array(
            "<!DOCTYPE html>\n<html lang=\"en\"><head>\(head)</head>\n<body style=\"margin:0;background:\(theme.paper)\">\n\(svg)</body></html>\n"
                .utf8)
    }

    /// The plot as shapes in their places.
    func scene() -> Scene {
        var page = TimelinePage(self)
        switch layout {
        case .balance: page.addBalance()
        case .lanes: page.addLanes()
        }
        return page.scene(describing: description)
    }

    /// What a screen reader says: the marks as sentences.
    private var description: String {
        let spoken = marks.prefix(100).map { mark in
            PlainText.clean(
                "\(mark.isDatedByArticle ? "Told on" : "On") \(mark.date): \(mark.words)\(mark.status == .asserted ? "" : ", \(mark.status.rawValue)")."
            )
        }
        return spoken.isEmpty ? "Nothing is dated." : (spoken + (marks.count > 100 ? ["And \(marks.count - 100) more."] : [])).joined(separator: " ")
    }
}

extension TimelinePlot.Mark {
    /// What marks are sorted by: all that can be seen of them, in a few texts.
    fileprivate var order: (String, String, String, String, String, Int) {
        ("\(date)", type, words, status.rawValue, "\(isDatedByArticle) \(until.map(\.description) ?? "") \(tooltip)", sources)
    }
}
