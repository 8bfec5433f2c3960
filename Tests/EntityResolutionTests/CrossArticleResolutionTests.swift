import GraphModel
import Testing

@testable import EntityResolution

@Suite struct CrossArticleResolutionTests {
    private let resolution = CrossArticleResolution()

    private func person(_ name: String, _ aliases: String...) -> LocalEntity { LocalEntity(id: 0, type: .person, name: name, aliases: aliases) }

    private func organization(_ name: String, _ aliases: String..., body: String? = nil) -> LocalEntity {
        LocalEntity(id: 0, type: .organization, name: name, aliases: aliases, identifiers: body.map { ["state-body": $0] } ?? [:])
    }

    @Test func `a country goes by its code whatever it is called`() {
        let usa = LocalEntity(id: 0, type: .country, name: "United States", aliases: ["US"], identifiers: ["iso3166-1": "US"])
        let america = LocalEntity(id: 1, type: .country, name: "America", identifiers: ["iso3166-1": "US"])
        #expect(resolution.resolve([usa, america]) == ["country/US", "country/US"])
        #expect(resolution.blockingKeys(of: usa) == ["country/US"])
    }

    @Test func `accents and initials do not part a person`() {
        let ids = resolution.resolve([person("Nicolás Maduro"), person("Nicolas Maduro", "Maduro"), person("Nicolas M. Maduro")])
        #expect(ids == ["person/nicolas-maduro", "person/nicolas-maduro", "person/nicolas-maduro"])
    }

    @Test func `a further surname is somebody else unless an article says so`() {
        #expect(Set(resolution.resolve([person("Nicolás Maduro", "Maduro"), person("Nicolás Maduro Guerra")])).count == 2)
        #expect(Set(resolution.resolve([person("Nicolás Maduro", "Maduro"), person("Nicolás Maduro Moros", "Nicolás Maduro")])).count == 1)
    }

    @Test func `a bare surname joins the only person of that name`() {
        #expect(resolution.resolve([person("Trump"), person("Donald Trump", "Trump")]) == ["person/donald-trump", "person/donald-trump"])
    }

    @Test func `a bare surname joins the one whom articles call by it`() {
        let ids = resolution.resolve([person("Trump"), person("Donald Trump", "Trump"), person("Melania Trump")])
        #expect(ids == ["person/donald-trump", "person/donald-trump", "person/melania-trump"])
    }

    @Test func `a bare surname of two people stays alone`() {
        let ids = resolution.resolve([person("Biden"), person("Joe Biden", "Biden"), person("Hunter Biden", "Biden")])
        #expect(ids == ["person/biden", "person/joe-biden", "person/hunter-biden"])
    }

    @Test func `a name that shortens two longer ones stays alone`() {
        let ids = resolution.resolve([person("George Bush"), person("George W. Bush"), person("George H. W. Bush")])
        #expect(ids == ["person/george-bush", "person/george-w-bush", "person/george-h-w-bush"])
    }

    @Test func `courts of one name in two countries are two`() {
        let ids = resolution.resolve([
            organization("US Supreme Court", "Supreme Court", body: "US/supreme-court"),
            organization("Supreme Court of India", "Supreme Court", body: "IN/supreme-court"),
        ])
        #expect(Set(ids).count == 2)
    }

    @Test func `a body of a state is one with and without its country`() {
        let ids = resolution.resolve([
            organization("United States Senate", body: "US/senate"), organization("Senate", body: "US/senate"), organization("Senate"),
            organization("Justice Department", body: "US/department-of-justice"), organization("Department of Justice"),
        ])
        #expect(ids == Array(repeating: "organization/us-senate", count: 3) + Array(repeating: "organization/us-department-of-justice", count: 2))
    }

    @Test func `other transcriptions of a name are the same person`() {
        let ids = resolution.resolve([person("Volodymyr Zelensky", "Zelensky"), person("Volodymyr Zelenskyy"), person("Zelenskyy")])
        #expect(Set(ids).count == 1)
    }

    @Test func `an acronym joins the organization that an article explains it by`() {
        let ids = resolution.resolve([organization("PMF"), organization("Popular Mobilization Forces", "PMF")])
        #expect(ids == ["organization/popular-mobilization-forces", "organization/popular-mobilization-forces"])
    }

    @Test func `what is nameless never joins what bears a name`() {
        let nameless = LocalEntity(id: 0, type: .organization, name: "oil companies", isNominal: true)
        #expect(
            resolution.resolve([nameless, organization("Oil Companies")]) == ["organization/unnamed/oil-companies", "organization/oil-companies"])
    }

    private func known(_ name: String, _ aliases: String..., id: String) -> LocalEntity {
        LocalEntity(id: 0, type: .person, name: name, aliases: aliases, identifiers: ["case": id])
    }

    @Test func `identifiers join whatever the names`() {
        let ids = resolution.resolve([known("Nicolás Maduro", id: "7"), known("The Driver", id: "7"), person("Nicolas Maduro")])
        #expect(ids == ["person/case-7", "person/case-7", "person/case-7"])
        #expect(!Set(resolution.blockingKeys(of: known("A B", id: "7"))).isDisjoint(with: resolution.blockingKeys(of: known("C D", id: "7"))))
    }

    @Test func `identifiers part namesakes`() {
        let ids = resolution.resolve([
            known("John Smith", id: "1"), known("John Smith", id: "2"), person("John Smith"), person("John Smith", "Smith"),
        ])
        #expect(ids == ["person/case-1", "person/case-2", "person/john-smith", "person/john-smith"])
        #expect(Set(resolution.resolve([known("John Smith", id: "1"), known("John Adam Smith", "John Smith", id: "2")])).count == 2)
    }

    @Test func `identifiers of different schemes say nothing against each other`() {
        let other = LocalEntity(id: 0, type: .person, name: "John Smith", identifiers: ["wikidata": "Q1"])
        #expect(Set(resolution.resolve([known("John Smith", id: "1"), other])).count == 1)
    }

    @Test func `the order of articles changes nothing`() {
        let all = [
            person("Trump"), person("Donald Trump", "Trump"), person("Melania Trump"), person("Donald J. Trump"), person("Ivanka Trump", "Ivanka"),
            organization("AU"), organization("African Union", "AU"), organization("the African Union"), known("Ivanka Trump", "Trump", id: "1"),
            known("Ivana Trump", "Ivanka Trump", id: "2"),
        ]
        let expected = Dictionary(uniqueKeysWithValues: zip(all, resolution.resolve(all)))
        for shift in all.indices {
            let turned = Array(all[shift...] + all[..<shift])
            #expect(Dictionary(uniqueKeysWithValues: zip(turned, resolution.resolve(turned))) == expected)
        }
    }

    @Test func `the merged entity bears the fullest name and all others`() {
        let merged = resolution.merge([person("Trump"), person("Donald Trump", "Trump")], id: "person/donald-trump")
        #expect(merged.name == "Donald Trump")
        #expect(merged.aliases == ["Trump"])
    }
}
