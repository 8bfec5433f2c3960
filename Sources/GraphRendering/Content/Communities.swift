/// Groups of nodes with more links among each other than to others.
enum Communities {
    /// For each node the number of its community, that of its lowest node.
    ///
    /// The method of Blondel, Guillaume, Lambiotte and Lefebvre 2008 ("Louvain"): nodes move to the neighbouring community that raises modularity
    /// most, then communities become nodes, until nothing moves. Nodes are taken in order, so that the same graph gives the same communities.
    static func find(count: Int, links: [(Int, Int)]) -> [Int] {
        var weights: [[Int: Double]] = Array(repeating: [:], count: count)
        for (a, b) in links {
            weights[a][b, default: 0] += 1
            weights[b][a, default: 0] += 1
        }
        var homes = Array(0..<count)
        while true {
            let moved = move(weights)
            guard zip(moved.indices, moved).contains(where: { $0 != $1 }) else { return named(homes) }
            // Communities by number, without gaps.
            var numbers: [Int: Int] = [:]
            for home in moved where numbers[home] == nil { numbers[home] = numbers.count }
            let next = moved.map { numbers[$0] ?? 0 }
            homes = homes.map { next[$0] }
            var merged: [[Int: Double]] = Array(repeating: [:], count: numbers.count)
            for (node, others) in weights.enumerated() {
                for (other, weight) in others { merged[next[node]][next[other], default: 0] += weight }
            }
            weights = merged
        }
    }

    /// One pass: for each node the node whose community it joined.
    private static func move(_ weights: [[Int: Double]]) -> [Int] {
        let degrees = weights.map { $0.values.reduce(0, +) }
        let total = degrees.reduce(0, +)
        var community = Array(weights.indices), sums = degrees
        guard total > 0 else { return community }
        for _ in 0..<30 {
            var hasMoved = false
            for node in weights.indices {
                let own = community[node]
                sums[own] -= degrees[node]
                var shared: [Int: Double] = [:]
                for (other, weight) in weights[node] where other != node { shared[community[other], default: 0] += weight }
                func gain(_ target: Int) -> Double { (shared[target] ?? 0) - sums[target] * degrees[node] / total }
                let best = shared.keys.sorted().reduce(own) { gain($1) > gain($0) + 1e-9 ? $1 : $0 }
                community[node] = best
                sums[best] += degrees[node]
                if best != own { hasMoved = true }
            }
            if !hasMoved { break }
        }
        return community
    }

    private static func named(_ homes: [Int]) -> [Int] {
        var first: [Int: Int] = [:]
        for (node, home) in homes.enumerated() where first[home] == nil { first[home] = node }
        return homes.map { first[$0] ?? $0 }
    }
}
