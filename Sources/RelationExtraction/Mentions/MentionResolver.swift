internal import GraphModel

/// Finds who and what a document speaks of: names, descriptions and pronouns, and the entities they refer to.
///
/// Names come from the language model and the gazetteer; they are typed, grouped into entities, and descriptions and pronouns are then
/// given to those. Precision goes first: a description or pronoun of which the referent is in doubt is left out.
struct MentionResolver: Sendable {
    let gazetteer: Gazetteer

    init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// The mentions and entities of one document.
    ///
    /// Entities are numbered by their first mention.
    func resolve(_ document: AnnotatedDocument) -> ResolvedMentions {
        var coreference = coreference(of: document)
        return coreference.resolved().resolvedMentions()
    }

    /// Names grouped into entities, and what gives descriptions and pronouns to them.
    func coreference(of document: AnnotatedDocument) -> CoreferenceResolver {
        let tree = DependencyTree(document)
        var names = NameFinder(tree: tree, gazetteer: gazetteer).candidates()
        names = OwnNameFinder(tree: tree, gazetteer: gazetteer).applied(to: names)
        NameTyper(tree: tree, gazetteer: gazetteer).decide(&names)
        names = AliasReader(tree: tree).applied(to: names)
        let grouping = EntityGrouping(tree: tree, gazetteer: gazetteer, names: names)
        let groups = grouping.groups()
        return CoreferenceResolver(Cast(tree: tree, gazetteer: gazetteer, names: names, groups: groups))
    }
}
