/// How wide texts are, without asking the machine's fonts, so that a picture has the same bytes everywhere.
///
/// The numbers are the advance widths of DejaVu Sans, in hundredths of the font size; Verdana's are nearly the same, and other fonts that a viewer
/// may fall back to are narrower. Scripts that are not listed count with what their letters take on average, or a little more.
enum TextMetrics {
    /// From the baseline to the top of capital letters, as a share of the font size.
    static let capHeight = 0.73
    /// From one baseline to the next, as a share of the font size.
    static let lineHeight = 1.2

    /// In points.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        var hundredths = 0
        for scalar in text.unicodeScalars { hundredths += width(of: scalar) }
        return Double(hundredths) / 100 * size * (isBold ? 1.13 : 1)
    }

    /// In hundredths of the font size.
    static func width(of scalar: Unicode.Scalar) -> Int {
        let value = Int(scalar.value)
        switch value {
        case 0x20..<0x7F: return ascii[value - 0x20]
        case 0xA0..<0x250: return latin[value - 0xA0]
        case 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10: return 0
        case 0x370..<0x400: return 66
        case 0x400..<0x530: return 70
        case 0x590..<0x600: return 60
        case 0x600..<0x700: return 55
        case 0x900..<0xE00: return 75
        case 0x2012, 0x2014, 0x2015, 0x2026: return 100
        case 0x2010..<0x2020: return 52
        case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFF61, 0x20000..<0x40000: return 100
        // Two letters make a flag.
        case 0x1F1E6..<0x1F200: return 70
        case 0x1F300..<0x1FB00: return 137
        default: return 72
        }
    }

    private static let ascii: [Int] = [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100,
        68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61,
        63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    ]

    private static let latin: [Int] = [
        32, 40, 64, 64, 64, 64, 34, 50, 50, 100, 47, 61, 84, 36, 100, 50, 50, 84, 40, 40, 50, 64, 64, 32, 50, 40, 47, 61, 97, 97, 97, 53,
        68, 68, 68, 68, 68, 68, 97, 70, 63, 63, 63, 63, 29, 29, 29, 29, 77, 75, 79, 79, 79, 79, 79, 84, 79, 73, 73, 73, 73, 61, 60, 63, 61,
        61, 61, 61, 61, 61, 98, 55, 62, 62, 62, 62, 28, 28, 28, 28, 61, 63, 61, 61, 61, 61, 61, 84, 61, 63, 63, 63, 63, 59, 63, 59, 68, 61,
        68, 61, 68, 61, 70, 55, 70, 55, 70, 55, 70, 55, 77, 63, 77, 63, 63, 62, 63, 62, 63, 62, 63, 62, 63, 62, 77, 63, 77, 63, 77, 63, 77,
        63, 75, 63, 92, 69, 29, 28, 29, 28, 29, 28, 29, 28, 29, 28, 59, 56, 29, 28, 66, 58, 58, 56, 28, 56, 28, 56, 38, 56, 34, 56, 28, 75,
        63, 75, 63, 75, 63, 81, 75, 63, 79, 61, 79, 61, 79, 61, 107, 102, 69, 41, 69, 41, 69, 41, 63, 52, 63, 52, 63, 52, 63, 52, 61, 39,
        61, 39, 61, 39, 73, 63, 73, 63, 73, 63, 73, 63, 73, 63, 73, 63, 99, 82, 61, 59, 61, 69, 52, 69, 52, 69, 52, 35, 63, 73, 69, 63, 69,
        63, 70, 70, 55, 77, 82, 69, 63, 61, 63, 79, 61, 58, 35, 77, 69, 98, 35, 29, 75, 58, 28, 59, 97, 75, 63, 79, 91, 61, 95, 76, 65, 63,
        69, 63, 52, 63, 34, 39, 61, 39, 61, 86, 63, 76, 72, 74, 73, 69, 52, 67, 67, 58, 52, 64, 67, 58, 51, 63, 29, 49, 46, 30, 142, 130,
        115, 84, 79, 46, 93, 92, 80, 68, 61, 29, 28, 79, 61, 73, 63, 73, 63, 73, 63, 73, 63, 73, 63, 62, 68, 61, 68, 61, 97, 98, 77, 63, 77,
        63, 66, 58, 79, 61, 79, 61, 67, 58, 28, 142, 130, 115, 77, 63, 111, 68, 75, 63, 68, 61, 97, 98, 79, 61, 68, 61, 68, 61, 63, 62, 63,
        62, 29, 28, 29, 28, 79, 61, 79, 61, 69, 41, 69, 41, 73, 63, 73, 63, 63, 52, 61, 39, 63, 52, 75, 63, 74, 84, 70, 61, 69, 52, 68, 61,
        63, 62, 79, 61, 79, 61, 79, 61, 79, 61, 61, 59, 47, 84, 48, 28, 100, 100, 68, 70, 55, 56, 61, 52, 52, 60, 48, 69, 73, 68, 63, 62,
        29, 28, 78, 63, 69, 41, 61, 59,
    ]
}
