/// Finds the best dependency tree with exactly one root, by Chu-Liu/Edmonds.
///
/// Y. J. Chu and T. H. Liu, "On the shortest arborescence of a directed graph", 1965; J. Edmonds, "Optimum branchings", 1967.
struct TreeDecoder {
    /// The head of each of `count` words: 1-based word numbers, 0 for the root.
    ///
    /// `scores` holds for each word a row of `count + 1` scores, that of the root first; higher is better. Any finite scores give a
    /// well-formed tree, and equal ones always the same. Complexity: quadratic as a rule, cubic at worst.
    static func heads(scores: [Float], count: Int) -> [Int] {
        guard count > 0 else { return [] }
        precondition(scores.count == count * (count + 1), "one row of \(count + 1) scores for each of \(count) words")
        let size = count + 1
        var matrix = [Double](repeating: -.infinity, count: size * size)
        for word in 1...count {
            for head in 0...count where head != word {
                let score = Double(scores[(word - 1) * size + head])
                matrix[word * size + head] = score.isFinite ? score : -1e6
            }
        }
        let free = best(matrix, size)
        let roots = (1...count).filter { free[$0] == 0 }
        if roots.count == 1 { return Array(free[1...]) }
        // Several roots: try the likeliest as the only one.
        let candidates = roots.sorted { (matrix[$1 * size], $0) < (matrix[$0 * size], $1) }.prefix(4)
        var found: (score: Double, heads: [Int])?
        for root in candidates {
            var single = matrix
            for word in 1...count where word != root { single[word * size] = -1e9 }
            let heads = best(single, size)
            let score = (1...count).reduce(0) { $0 + single[$1 * size + heads[$1]] }
            if found.map({ score > $0.score }) ?? true { found = (score, heads) }
        }
        guard let found else { preconditionFailure("what broke: a tree without a root") }
        return Array(found.heads[1...])
    }

    /// The best heads, by contraction of cycles; `scores[dependent * size + head]`, node 0 is the root.
    private static func best(_ scores: [Double], _ size: Int) -> [Int] {
        var heads = [Int](repeating: -1, count: size)
        for node in 1..<size {
            var top = 0
            for head in 0..<size where head != node && scores[node * size + head] > scores[node * size + top] { top = head }
            heads[node] = top
        }
        guard let cycle = cycle(in: heads) else { return heads }

        // Contract the cycle into one node, the last of the smaller graph.
        let inCycle = Set(cycle)
        let rest = (0..<size).filter { !inCycle.contains($0) }
        let small = rest.count + 1
        let contracted = small - 1
        var smaller = [Double](repeating: -.infinity, count: small * small)
        var leaving = [Int](repeating: 0, count: small)
        var entering = [Int](repeating: 0, count: small)
        let inside = cycle.reduce(0) { $0 + scores[$1 * size + heads[$1]] }
        for (i, node) in rest.enumerated() {
            for (j, head) in rest.enumerated() where i != j { smaller[i * small + j] = scores[node * size + head] }
            var out = cycle[0]
            for member in cycle where scores[node * size + member] > scores[node * size + out] { out = member }
            if node != 0 { smaller[i * small + contracted] = scores[node * size + out] }
            leaving[i] = out
            var into = cycle[0]
            func gain(_ member: Int) -> Double { scores[member * size + node] - scores[member * size + heads[member]] }
            for member in cycle where gain(member) > gain(into) { into = member }
            smaller[contracted * small + i] = inside + gain(into)
            entering[i] = into
        }
        let solved = best(smaller, small)
        var result = heads
        for (i, node) in rest.enumerated() where node != 0 {
            result[node] = solved[i] == contracted ? leaving[i] : rest[solved[i]]
        }
        let outside = solved[contracted]
        result[entering[outside]] = rest[outside]
        return result
    }

    /// The nodes of one cycle along the heads, or nil.
    private static func cycle(in heads: [Int]) -> [Int]? {
        var seen = [Int](repeating: 0, count: heads.count)
        for start in 1..<heads.count where seen[start] == 0 {
            var node = start
            var path: [Int] = []
            while node > 0, seen[node] == 0 {
                seen[node] = start
                path.append(node)
                node = heads[node]
            }
            if node > 0, seen[node] == start, let first = path.firstIndex(of: node) { return Array(path[first...]) }
        }
        return nil
    }
}
