/// How the letters of a word piece are cased in the original text: what lowercasing took away.
///
/// The classes and their numbers are those that the model was trained with (Python's `isdigit`, `isalpha`, `islower`,
/// `isupper` on the piece's slice of the word).
enum CaseShape: UInt8 {
    case digits = 0
    case noLetters = 1
    case lower = 2
    case upper = 3
    case upperLetter = 4
    case capitalized = 5
    case mixed = 6
    /// The pieces at the two ends of a sentence.
    case boundary = 7

    /// Pieces that continue a word have rows of their own.
    static let continuation: UInt8 = 8
    /// The number of rows in the embedding table.
    static let rowCount = 16

    init(of scalars: ArraySlice<Unicode.Scalar>) {
        var digits = true, letters = false, upper = 0, lower = 0, title = 0, first = true, upperFirst = false, upperAfterFirst = 0
        for scalar in scalars {
            let (isUpper, isLower, isTitle, isLetter, isDigit) = Self.classes(of: scalar)
            digits = digits && isDigit
            letters = letters || isLetter
            upper += isUpper ? 1 : 0
            lower += isLower ? 1 : 0
            title += isTitle ? 1 : 0
            if first {
                upperFirst = isUpper
                first = false
            } else {
                upperAfterFirst += isUpper ? 1 : 0
            }
        }
        let lowerAfterFirst = lower  // the first counts only where it is not upper, and then this is not asked
        if digits && !scalars.isEmpty {
            self = .digits
        } else if !letters {
            self = .noLetters
        } else if lower > 0 && upper == 0 && title == 0 {
            self = .lower
        } else if upper > 0 && lower == 0 && title == 0 {
            self = scalars.count > 1 ? .upper : .upperLetter
        } else if upperFirst && lowerAfterFirst > 0 && upperAfterFirst == 0 && title == 0 {
            self = .capitalized
        } else {
            self = .mixed
        }
    }

    private static func classes(of scalar: Unicode.Scalar) -> (upper: Bool, lower: Bool, title: Bool, letter: Bool, digit: Bool) {
        switch scalar.value {
        case 0x61...0x7A: return (false, true, false, true, false)
        case 0x41...0x5A: return (true, false, false, true, false)
        case 0x30...0x39: return (false, false, false, false, true)
        case 0..<0x80: return (false, false, false, false, false)
        default: break
        }
        let properties = scalar.properties
        let letter: Bool
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: letter = true
        default: letter = false
        }
        let digit = properties.numericType == .decimal || properties.numericType == .digit
        return (properties.isUppercase, properties.isLowercase, properties.generalCategory == .titlecaseLetter, letter, digit)
    }
}
