internal import CInference

/// What the encoder's word vectors say: parts of speech, names, dependency arcs (deep biaffine attention, Dozat & Manning
/// 2017).
struct Heads {
    let weights: Weights
    let kernels: Kernels

    /// The encoded sentences of a batch whose words the encoder has filled in.
    func sentences(of batch: Batch, _ buffers: Buffers, model: LanguageModel) -> [EncodedSentence] {
        let (wordRows, width) = (batch.wordRowCount, weights.width)
        let words = buffers.words.room(for: Weights.Task.count * wordRows * width)
        let partOfSpeech = rows(
            of: weights.partOfSpeech, words + Weights.Task.partOfSpeech * wordRows * width, batch, buffers, count: weights.partOfSpeechCount)
        let names = rows(of: weights.names, words + Weights.Task.names * wordRows * width, batch, buffers, count: weights.nameCount)

        let sides = 2 * weights.arc + 2 * weights.relation
        let codes = buffers.codes(rows: wordRows, width: width)
        let syntax = buffers.outputs.room(for: wordRows * sides)
        kernels.table.quantize(words + Weights.Task.syntax * wordRows * width, width, wordRows, width, codes)
        kernels.linear(weights.syntax, codes, rows: wordRows, into: syntax)
        kernels.table.gelu(syntax, sides, wordRows, sides)
        let dependents = buffers.dependents.room(for: wordRows * weights.arc)
        kernels.table.multiply(syntax, sides, weights.arcWeight, weights.arc, dependents, weights.arc, wordRows, weights.arc, weights.arc)
        kernels.table.add_bias(dependents, weights.arc, wordRows, weights.arcBias, weights.arc)

        return batch.sentences.enumerated().map { number, sentence in
            let arcs = arcScores(sentence.wordRows, dependents: dependents, heads: syntax + weights.arc, stride: sides, buffers)
            let relation = syntax + 2 * weights.arc
            return EncodedSentence(
                wordCount: sentence.wordRows.count - 1, partOfSpeechLogits: partOfSpeech[number], nameLogits: names[number], arcScores: arcs,
                relationDependents: copy(relation, stride: sides, rows: sentence.wordRows.dropFirst(), width: weights.relation),
                relationHeads: copy(relation + weights.relation, stride: sides, rows: sentence.wordRows, width: weights.relation),
                model: model)
        }
    }

    /// A small head's outputs for the words of each sentence.
    private func rows(
        of layer: Weights.FloatLinear, _ words: UnsafePointer<Float>, _ batch: Batch, _ buffers: Buffers, count: Int
    ) -> [[Float]] {
        let out = buffers.outputs.room(for: batch.wordRowCount * layer.columns)
        kernels.linear(layer, words, count: batch.wordRowCount, inputs: weights.width, into: out)
        return batch.sentences.map { copy(out, stride: layer.columns, rows: $0.wordRows.dropFirst(), width: count) }
    }

    /// Words x (words + 1): how well each row is the head of each word.
    private func arcScores(
        _ rows: Range<Int>, dependents: UnsafePointer<Float>, heads: UnsafePointer<Float>, stride: Int, _ buffers: Buffers
    ) -> [Float] {
        let (arc, columns) = (weights.arc, rows.count.roundedUp(to: 16))
        let keys = buffers.keys.room(for: arc * columns)
        let scores = buffers.scores.room(for: rows.count * columns)
        kernels.table.transpose(heads + rows.lowerBound * stride, stride, rows.count, arc, keys, columns)
        kernels.table.multiply(dependents + (rows.lowerBound + 1) * arc, arc, keys, columns, scores, columns, rows.count - 1, arc, columns)
        return copy(scores, stride: columns, rows: 0..<(rows.count - 1), width: rows.count)
    }

    private func copy(_ from: UnsafePointer<Float>, stride: Int, rows: Range<Int>, width: Int) -> [Float] {
        Array(unsafeUninitializedCapacity: rows.count * width) { buffer, count in
            count = rows.count * width
            guard let start = buffer.baseAddress else { return }
            for (index, row) in rows.enumerated() {
                (start + index * width).initialize(from: from + row * stride, count: width)
            }
        }
    }

    /// Words x labels: how well each label fits the word's arc to its given head (0 for the root).
    func labelScores(dependents: [Float], heads sides: [Float], heads: [Int]) -> [Float] {
        let (relation, labels) = (weights.relation, weights.dependencyCount)
        let block = 8
        let columns = weights.relationDependent.columns
        let codes = Buffer<Int16>(), scale = Buffer<Float>(), zero = Buffer<Int32>(), products = Buffer<Float>(), single = Buffer<Float>()
        let room = inference_codes(codes: codes.room(for: block * relation), scale: scale.room(for: block), zero: zero.room(for: block))
        let product = products.room(for: block * weights.relationProduct.outputs)
        let alone = single.room(for: block * columns)
        return Array(unsafeUninitializedCapacity: heads.count * labels) { buffer, initialized in
            initialized = heads.count * labels
            guard let out = buffer.baseAddress else { return }
            dependents.withUnsafeBufferPointer { dependents in
                sides.withUnsafeBufferPointer { sides in
                    guard let dependents = dependents.baseAddress, let sides = sides.baseAddress else { return }
                    for start in stride(from: 0, to: heads.count, by: block) {
                        let count = min(block, heads.count - start)
                        kernels.table.quantize(dependents + start * relation, relation, count, relation, room)
                        kernels.linear(weights.relationProduct, room, rows: count, into: product)
                        kernels.linear(weights.relationDependent, dependents + start * relation, count: count, inputs: relation, into: alone)
                        for row in 0..<count {
                            let to = out + (start + row) * labels
                            kernels.table.dot_each(
                                product + row * labels * relation, sides + heads[start + row] * relation, labels, relation, to)
                            for label in 0..<labels { to[label] += alone[row * columns + label] }
                        }
                    }
                }
            }
        }
    }
}
