/// Transforms elements in up to `threads` tasks at once and hands the results over in the order of the input.
///
/// At most four results a thread wait for their turn, so that memory stays bounded however long the input is. `input` is drawn from and
/// `consume` called by the calling task only. With one thread nothing runs beside the calling task.
///
/// - Throws: what `consume` throws; the tasks under way are then abandoned.
func mapInOrder<Input: Sequence, Output: Sendable>(
    _ input: Input, threads: Int, transform: @escaping @Sendable (Input.Element) -> Output, consume: (Output) throws -> Void
) async throws where Input.Element: Sendable {
    guard threads > 1 else {
        for element in input { try consume(transform(element)) }
        return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var iterator = input.makeIterator()
        var waiting: [Int: Output] = [:]
        var started = 0, running = 0, delivered = 0
        var isExhausted = false
        while true {
            while !isExhausted, running < threads, started - delivered < 4 * threads {
                guard let element = iterator.next() else {
                    isExhausted = true
                    break
                }
                let number = started
                group.addTask { (number, transform(element)) }
                started += 1
                running += 1
            }
            // The tasks are busy again before a result is handed over, which may take a while.
            while let output = waiting.removeValue(forKey: delivered) {
                delivered += 1
                try consume(output)
            }
            if running == 0 && isExhausted { break }
            guard running > 0, let (number, output) = try await group.next() else { continue }
            running -= 1
            waiting[number] = output
        }
    }
}
