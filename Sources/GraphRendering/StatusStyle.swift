import GraphModel

/// How relations of one status are drawn: eight ways that can be told apart without colour.
struct StatusStyle: Hashable, Sendable {
    /// Graphviz's line style.
    var line: String
    /// Graphviz's shape for the end of the line.
    var arrow: String
    /// The mark that the legend shows for the end of the line.
    var mark: String
    /// Two thin lines instead of one.
    var isDouble = false
    /// Graphviz's shape for both ends of a line without direction; "none" where the line itself tells enough.
    var symmetricArrow = "none"
    /// The words are struck through.
    var isStruck = false
    /// The line is pale and thin.
    var isFaded = false
    /// What the label says of it; nil for a plain fact.
    var word: String?

    init(_ status: Status) {
        switch status {
        case .asserted: self.init(line: "solid", arrow: "normal", mark: "▶")
        case .former: self.init(line: "solid", arrow: "vee", mark: ">", isFaded: true, word: "former")
        case .planned: self.init(line: "dashed", arrow: "onormal", mark: "▷", word: "planned")
        case .possible: self.init(line: "dashed", arrow: "odiamond", mark: "◇", symmetricArrow: "odiamond", word: "possible")
        case .alleged: self.init(line: "dotted", arrow: "normal", mark: "▶", word: "alleged")
        case .requested: self.init(line: "solid", arrow: "onormal", mark: "▷", isDouble: true, word: "requested")
        case .denied: self.init(line: "solid", arrow: "normalnonetee", mark: "|▶", symmetricArrow: "nonetee", isStruck: true, word: "denied")
        case .cancelled: self.init(line: "dashed", arrow: "noneteetee", mark: "||", symmetricArrow: "noneteetee", isStruck: true, word: "cancelled")
        }
    }

    private init(
        line: String, arrow: String, mark: String, symmetricArrow: String = "none", isDouble: Bool = false, isStruck: Bool = false,
        isFaded: Bool = false, word: String? = nil
    ) {
        self.line = line
        self.arrow = arrow
        self.mark = mark
        self.isDouble = isDouble
        self.symmetricArrow = symmetricArrow
        self.isStruck = isStruck
        self.isFaded = isFaded
        self.word = word
    }

    /// Graphviz's colour list for a line of this style.
    func colours(_ colour: String) -> String {
        if isDouble { return "\(colour):\(Palette.paper):\(colour)" }
        return isFaded ? Palette.faint : colour
    }
}
