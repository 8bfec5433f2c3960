/// Numbers in digits and words.
enum NumberWords {
    static let units: [String: Double] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2, "half": 0.5,
    ]

    static let scales: [String: Double] = [
        "hundred": 100, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
        "crore": 1e7, "crores": 1e7, "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    ]

    /// "1,000", "2.5", "100bn", "twelve": the value; nil for what is no number.
    static func value(of word: String) -> Double? {
        let lower = word.lowercased()
        if let unit = units[lower], lower != "a", lower != "an" { return unit }
        guard let first = lower.utf8.first, (48...57).contains(first) else { return nil }
        let digits = lower.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
        let rest = String(lower.dropFirst(digits.count))
        guard let number = Double(digits.filter { $0 != "," }) else { return nil }
        if rest.isEmpty { return number }
        return scales[rest].map { number * $0 }
    }

    /// The digits of "7bn" without its scale: 7; nil for what does not begin with a digit.
    static func digits(of word: String) -> Double? {
        Double(word.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }.filter { $0 != "," })
    }
}
