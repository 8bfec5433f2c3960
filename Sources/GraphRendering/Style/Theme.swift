/// The colours of a picture: Okabe and Ito's hues, which colour-blind readers can tell apart, set to lightnesses that grey print keeps apart.
public enum Theme: String, CaseIterable, Sendable, Hashable {
    /// Dark words on white.
    case light
    /// Light words on a dark ground, for screens.
    case dark

    /// The font of all words; what the layout is measured with.
    static let font = "DejaVu Sans"
    /// Fonts with the same metrics or narrower ones, so that a viewer without the first still fits the words.
    static let fonts = "DejaVu Sans, Verdana, Geneva, sans-serif"

    var paper: String { self == .light ? "#FFFFFF" : "#14181D" }
    var ink: String { self == .light ? "#1F2328" : "#E6EAF0" }
    /// Of what matters less.
    var quiet: String { self == .light ? "#59636E" : "#A3ADB8" }
    /// Of what is over.
    var faint: String { self == .light ? "#A4ABB2" : "#5B6570" }
    /// Of the frames around clusters.
    var ground: String { self == .light ? "#F7F9FA" : "#191E25" }
    var conflict: String { self == .light ? "#B3380F" : "#FF8F66" }
    var cooperation: String { self == .light ? "#0B6FB0" : "#6DB8F2" }
    var neutral: String { self == .light ? "#4F5761" : "#B4BCC5" }
    var added: String { self == .light ? "#00734F" : "#4CC38A" }
    var removed: String { conflict }
    var changed: String { self == .light ? "#7A4A9E" : "#C79BE8" }

    /// Grounds of communities: pale, so that everything on them can be read.
    var grounds: [String] {
        self == .light
            ? ["#FBE9DF", "#E1EEF8", "#E9F2E0", "#F3E8F3", "#FBF3D5", "#E0F2F1", "#F6E3E6", "#EDEBE4"]
            : ["#33231B", "#182A3A", "#202D18", "#2E2130", "#322B14", "#152D2C", "#331F24", "#2A2821"]
    }

    /// A colour on its way to the paper, for lines of which there are many.
    func faded(_ colour: String, by share: Double) -> String {
        func parts(_ text: String) -> [Double] {
            let value = Int(text.dropFirst(), radix: 16) ?? 0
            return [16, 8, 0].map { Double(value >> $0 & 255) }
        }
        let mixed = zip(parts(colour), parts(paper)).map { Int(($0 * (1 - share) + $1 * share).rounded()) }
        return "#" + mixed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
