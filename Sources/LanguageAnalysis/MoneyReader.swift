import GraphModel

/// Finds amounts of money: "$100 billion", "USD 5m", "3 million euros", "Rs 500 crore".
struct MoneyReader {
    let tokens: [Token]
    let sentences: [Sentence]

    func expressions() -> [MoneyExpression] {
        var found: [MoneyExpression] = []
        for sentence in sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if let money = symbolFirst(index, sentence.tokens.upperBound) ?? numberFirst(index, sentence.tokens.upperBound) {
                    found.append(money)
                    index = money.tokens.upperBound
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    /// "$ 100 billion", "US $ 5m", "USD 100 billion".
    private func symbolFirst(_ start: Int, _ limit: Int) -> MoneyExpression? {
        var index = start
        var currency: String?
        let text = tokens[start].text
        if start + 1 < limit, tokens[start + 1].text == "$", tokens[start].span.end == tokens[start + 1].span.start,
            let dollar = Self.dollars[text.uppercased()]
        {
            currency = dollar
            index += 2
        } else if let symbol = Self.symbols[text] ?? Self.codes[text] {
            currency = symbol
            index += 1
            if text == "Rs", index < limit, tokens[index].text == "." { index += 1 }
        }
        guard let currency, let (value, end) = number(index, limit) else { return nil }
        return MoneyExpression(tokens: start..<end, amount: MoneyAmount(value: value * sharedScale(value, end, limit), currency: currency))
    }

    /// "$5 to $7 billion", "between $5 and $7 billion", "$5-7 billion": the scale of the second number holds for the first, too.
    private func sharedScale(_ value: Double, _ end: Int, _ limit: Int) -> Double {
        guard value < 1000, end + 1 < limit, Self.ranges.contains(tokens[end].text.lowercased()) else { return 1 }
        var index = end + 1
        if Self.symbols[tokens[index].text] != nil { index += 1 }
        guard index + 1 < limit, let plain = NumberWords.value(of: tokens[index].text), plain > value || plain >= 1000 else { return 1 }
        let scale = NumberWords.scales[tokens[index + 1].text.lowercased()] ?? plain / max(NumberWords.digits(of: tokens[index].text) ?? plain, 1)
        return scale >= 1000 ? scale : 1
    }

    private static let ranges: Set<String> = ["to", "and", "or", "-", "–", "—"]

    /// "100 Billion Dollars", "two million Canadian dollars", "500 yen".
    private func numberFirst(_ start: Int, _ limit: Int) -> MoneyExpression? {
        guard let (value, end) = number(start, limit), end < limit else { return nil }
        var index = end
        var nation: String?
        if tokens[index].text == "-" { index += 1 }
        guard index < limit else { return nil }
        if let adjective = Self.nations[tokens[index].text.lowercased()], index + 1 < limit {
            nation = adjective
            index += 1
        }
        // "100 €": but "3 $5 notes" belongs to what follows.
        if let symbol = Self.symbols[tokens[index].text], index + 1 >= limit || NumberWords.value(of: tokens[index + 1].text) == nil {
            return MoneyExpression(tokens: start..<(index + 1), amount: MoneyAmount(value: value, currency: symbol))
        }
        let word = tokens[index].text.lowercased()
        let isCode = Self.codes[tokens[index].text] != nil && tokens[index].text.utf8.count == 3
        guard let plain = Self.words[word] ?? (isCode ? tokens[index].text : nil) else { return nil }
        let currency = nation.flatMap { Self.national["\($0) \(plain)"] } ?? plain
        return MoneyExpression(tokens: start..<(index + 1), amount: MoneyAmount(value: value, currency: currency))
    }

    /// A number with its scale words, and the token after it.
    private func number(_ start: Int, _ limit: Int) -> (Double, Int)? {
        guard start < limit else { return nil }
        var index = start
        let first = tokens[start].text.lowercased()
        var value: Double
        if first == "half", start + 2 < limit, ["a", "an"].contains(tokens[start + 1].text.lowercased()),
            NumberWords.scales[tokens[start + 2].text.lowercased()] != nil
        {
            value = 0.5
            index += 2
        } else if let number = NumberWords.value(of: first) {
            value = number
            index += 1
            // "twenty-five".
            if value >= 20, value < 100, first.utf8.first.map({ $0 > 57 }) ?? false, index + 1 < limit, tokens[index].text == "-",
                let unit = NumberWords.value(of: tokens[index + 1].text), unit >= 1, unit < 10
            {
                value += unit
                index += 2
            }
        } else if first == "a" || first == "an", start + 1 < limit, NumberWords.scales[tokens[start + 1].text.lowercased()] != nil {
            value = 1
            index += 1
        } else {
            return nil
        }
        while index < limit {
            let word = tokens[index].text.lowercased()
            if word == "-", index + 1 < limit, NumberWords.scales[tokens[index + 1].text.lowercased()] != nil {
                index += 1
            } else if word.utf8.count > 1 || tokens[index].span.start == tokens[index - 1].span.end, let scale = NumberWords.scales[word] {
                value *= scale
                index += 1
            } else {
                break
            }
        }
        return value.isFinite ? (value, index) : nil
    }

    private static let symbols: [String: String] = [
        "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₪": "ILS",
        "₱": "PHP",
        "฿": "THB", "₫": "VND", "R$": "BRL", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    ]
    /// What stands right before the dollar sign.
    private static let dollars: [String: String] = [
        "US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CAN": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL",
        "NT": "TWD", "MX": "MXN",
    ]
    /// ISO 4217 codes that news writes before numbers, and "Rs".
    private static let codes: [String: String] = {
        var codes: [String: String] = ["Rs": "INR", "Rs.": "INR", "RM": "MYR", "CHF": "CHF"]
        let plain = """
            USD EUR GBP JPY CNY INR RUB KRW TRY UAH NGN ILS PHP THB VND BRL AUD CAD NZD HKD SGD TWD MXN CHF SEK NOK DKK PLN CZK HUF RON ZAR EGP KES \
            GHS SAR AED QAR KWD IRR IQD PKR BDT LKR IDR MYR ARS CLP COP PEN VES RMB
            """
        for code in plain.split(separator: " ") { codes[String(code)] = code == "RMB" ? "CNY" : String(code) }
        return codes
    }()
    private static let words: [String: String] = [
        "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY", "yuan": "CNY",
        "renminbi": "CNY",
        "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "won": "KRW", "lira": "TRY",
        "liras": "TRY",
        "hryvnia": "UAH", "naira": "NGN", "shekel": "ILS", "shekels": "ILS", "baht": "THB", "real": "BRL", "reais": "BRL", "franc": "CHF",
        "francs": "CHF",
        "rand": "ZAR", "zloty": "PLN", "peso": "MXN", "pesos": "MXN", "krona": "SEK", "kronor": "SEK", "krone": "DKK", "kroner": "DKK",
        "dirham": "AED",
        "dirhams": "AED", "riyal": "SAR", "riyals": "SAR", "ringgit": "MYR", "rupiah": "IDR", "cedi": "GHS", "cedis": "GHS",
    ]
    private static let nations: [String: String] = [
        "us": "us", "u.s.": "us", "american": "us", "canadian": "canadian", "australian": "australian", "singapore": "singapore", "hong": "hong",
        "zealand": "zealand", "swiss": "swiss", "norwegian": "norwegian", "danish": "danish", "swedish": "swedish", "pakistani": "pakistani",
        "argentine": "argentine", "chilean": "chilean", "colombian": "colombian", "philippine": "philippine", "egyptian": "egyptian",
        "british": "british",
        "sterling": "british", "indian": "indian", "mexican": "mexican", "russian": "russian", "turkish": "turkish",
    ]
    private static let national: [String: String] = [
        "canadian USD": "CAD", "australian USD": "AUD", "singapore USD": "SGD", "zealand USD": "NZD", "norwegian DKK": "NOK", "swedish DKK": "SEK",
        "pakistani INR": "PKR", "argentine MXN": "ARS", "chilean MXN": "CLP", "colombian MXN": "COP", "philippine MXN": "PHP", "egyptian GBP": "EGP",
    ]
}
