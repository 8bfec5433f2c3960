/// Words that make up the names of bodies of a state.
enum StateBodies {
    /// One of them makes a name with a country in it that of a body of the country.
    static let heads: Set<String> = [
        "Administration", "Agency", "Army", "Assembly", "Attorney", "Board", "Bureau", "Cabinet", "Commission", "Congress", "Consulate", "Council",
        "Court",
        "Department", "Embassy", "Force", "Forces", "Government", "Guard", "House", "Intelligence", "Legislature", "Military", "Ministry", "National",
        "Navy",
        "Office", "Parliament", "Police", "Securities", "Senate", "Supreme", "Treasury",
    ]

    /// Bodies that bear the name of where they are: "Wairoa" is not the Wairoa District Council.
    static let local: Set<String> = [
        "assembly", "airport", "borough", "city", "clinic", "council", "county", "court", "department", "district", "government", "hospital",
        "municipality", "parliament", "police", "prefecture", "prison", "province", "regional",
    ]

    /// Names made of these alone tell no country: "Supreme Court", "House of Representatives", "Ministry of Foreign Affairs".
    static let generic: Set<String> = [
        "administration", "affairs", "agency", "air", "and", "armed", "army", "assembly", "attorney", "board", "border", "budget", "bureau",
        "cabinet", "central",
        "civil", "coast", "commission", "committee", "congress", "constitutional", "council", "court", "defence", "defense", "department", "deputies",
        "economy",
        "education", "election", "electoral", "energy", "environment", "federal", "finance", "force", "forces", "foreign", "general", "guard",
        "health", "high",
        "home", "house", "intelligence", "interior", "internal", "investigation", "justice", "labor", "labour", "legislative", "lower", "military",
        "ministry",
        "national", "navy", "of", "office", "on", "parliament", "people", "peoples", "police", "prime", "minister", "president", "prosecutor",
        "prosecutors",
        "public", "representatives", "revenue", "security", "senate", "service", "state", "supreme", "the", "trade", "transport", "transportation",
        "treasury",
        "upper", "armed", "for", "commons", "lords", "bank",
    ]
}
