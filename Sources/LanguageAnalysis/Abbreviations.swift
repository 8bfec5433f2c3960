/// Words that keep their full stop, without it and in lower case.
enum Abbreviations {
    /// Stand before a name or a number, so that a capital after them begins no sentence.
    static let beforeNames: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "maj", "capt", "cpl", "sgt", "cmdr", "adm", "brig", "rev", "hon",
        "st",
        "messrs", "mme", "mlle", "pres", "supt", "insp", "det", "amb", "atty", "fr", "sr", "vs", "v", "ft", "mt", "dept", "approx", "cf", "op", "ed",
        "eds", "e.g", "i.e", "viz",
    ]
    /// Keep their full stop only before a number.
    static let beforeNumbers: Set<String> = ["no", "nos", "fig", "figs", "p", "pp", "art", "sec", "vol", "ch", "para", "c"]
    /// May end a sentence.
    static let others: Set<String> = [
        "jr", "sr", "inc", "corp", "co", "ltd", "plc", "bros", "assn", "univ", "etc", "al", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sept",
        "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "ave", "blvd", "rd", "hwy", "ph.d",
        "m.d",
        "b.a", "m.a", "a.m", "p.m", "calif", "mass", "conn", "fla", "ariz", "ala", "ark", "colo", "del", "ga", "ill", "ind", "kan", "ky", "md",
        "mich",
        "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "min", "max", "hrs", "oz",
        "lb",
        "lbs", "sq", "cu",
    ]
    /// Words that often open a sentence: after an abbreviation that may end one, they do.
    static let openers: Set<String> = [
        "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "i", "this", "that", "these", "those", "but", "and", "however", "after",
        "before", "when", "while", "as", "if", "there", "his", "her", "their", "its", "according", "since", "for", "by", "with", "so", "some", "many",
        "meanwhile", "earlier", "later", "despite", "although", "during", "last", "no", "not", "what", "how", "why", "who", "both", "two", "you",
        "our",
        "neither", "each", "most", "all", "one", "another", "even", "still", "yet", "here", "such", "several", "other", "others", "police",
        "officials", "nobody", "nothing", "then", "once", "until", "under", "from", "more", "neighbors", "neighbours", "mr", "mr.", "mrs", "mrs.",
        "ms", "ms.", "dr.",
    ]
    /// Verbs that tell who spoke, after the name.
    static let speech: Set<String> = [
        "said", "says", "asked", "asks", "added", "told", "wrote", "replied", "answered", "shouted", "cried", "tweeted", "wondered", "exclaimed",
    ]
}
