import GraphModel
import Testing

@testable import RelationExtraction

/// Documents with trees and names in few words, for the tests of mentions and coreference.
enum NamedTree {
    /// A document of sentences in which a token is `word|PROPN|nsubj>2`, `captured/capture|VERB|root>0` or, within a name,
    /// `Donald|PROPN|nsubj>3|B-PER`; the first sentence may be a headline.
    static func document(_ sentences: [String], headline: Bool = false) throws -> AnnotatedDocument {
        var conllu = ""
        for (number, sentence) in sentences.enumerated() {
            conllu += "# role = \(headline && number == 0 ? "headline" : "paragraph")\n"
            for (index, token) in sentence.split(separator: " ").enumerated() {
                let parts = token.split(separator: "|").map(String.init)
                let form = parts[0].split(separator: "/").map(String.init)
                let edge = parts[2].split(separator: ">").map(String.init)
                let name = parts.count > 3 ? "Name=\(parts[3])" : "_"
                let columns = [String(index + 1), form[0], form.count > 1 ? form[1] : form[0], parts[1], "_", "_", edge[1], edge[0], "_", name]
                conllu += columns.joined(separator: "\t") + "\n"
            }
            conllu += "\n"
        }
        return try AnnotatedDocument(conllu: conllu)
    }

    /// A small world.
    static let gazetteer: Gazetteer = {
        let table = """
            country\tVE\tVenezuela\t-\tVenezuelan;Venezuelans\tCaracas
            country\tUS\tUnited States\tUS;U.S.;America\tAmerican;Americans\tWashington;-Philadelphia
            country\tGE\tGeorgia\t-\tGeorgian\tTbilisi
            country\tUA\tUkraine\t-\tUkrainian\tKyiv
            territory\tGeorgia\tUS\t-\t-
            territory\tEurope\t-\t-\tEuropean
            city\tVE\tCaracas;Maracaibo
            organization\tAfrican Union\tAU
            titles\tm\tMr;Mr.
            titles\t-\tPresident;Vice;Prime;Minister;Senator
            offices\thead\tpresident;leader;mayor
            offices\t-\tminister;senator;spokesman
            persons\tm\tspokesman
            kin\tf\twife
            kin\tm\tson
            given-names\tm\tDonald;Joe;Hunter
            given-names\tf\tDelcy;Cilia
            organization-heads\tParty;Union;Court;Council;Company;Commission;Department
            place-heads\tAirport
            other-heads\tAct;War
            never-names\tMuslim
            country-nouns\tcountry
            state-bodies\tforces;authorities;government
            organization-nouns\tcompany;commission
            """
        do {
            return try Gazetteer(tables: [(name: "world.tsv", text: table)])
        } catch {
            Issue.record(error)
            return Gazetteer()
        }
    }()

    static func resolve(_ sentences: String..., headline: Bool = false) throws -> ResolvedMentions {
        MentionResolver(gazetteer: gazetteer).resolve(try document(sentences, headline: headline))
    }

    /// Entities as `name/type`, in order.
    static func entities(_ resolved: ResolvedMentions) -> [String] { resolved.entities.map { "\($0.name)/\($0.type.rawValue)" } }

    /// What the mention headed by the token with this number, over all sentences and counted from 1, refers to.
    static func referents(_ token: Int, _ resolved: ResolvedMentions) -> [String] {
        resolved.entities(headedBy: token - 1).map { resolved.entities[$0].name }
    }
}
