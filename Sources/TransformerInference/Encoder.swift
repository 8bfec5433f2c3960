internal import CInference

/// The encoder's forward pass over one batch: embeddings, then blocks of attention and feed-forward layers, each with its
/// residual and LayerNorm after it (Vaswani et al. 2017; Devlin et al. 2019).
struct Encoder {
    let weights: Weights
    let kernels: Kernels

    /// Rows that pass through the two feed-forward layers together, so that what lies between them stays in the cache.
    private static let blockRows = 64

    /// Fills `buffers.words`: for each task, each word row's mean of first and last piece, mixed over the layers.
    func encode(_ batch: Batch, _ buffers: Buffers) {
        let (rows, width) = (batch.rowCount, weights.width)
        let state = buffers.state.room(for: rows * width)
        embed(batch, into: state)
        let words = buffers.words.room(for: Weights.Task.count * batch.wordRowCount * width)
        words.update(repeating: 0, count: Weights.Task.count * batch.wordRowCount * width)
        for (number, layer) in weights.layers.enumerated() {
            attend(layer, batch, buffers, state)
            feedForward(layer, rows, buffers, state)
            for task in 0..<Weights.Task.count {
                let factor = 0.5 * weights.mix[task * weights.layers.count + number]
                let out = words + task * batch.wordRowCount * width
                for word in 0..<batch.wordRowCount {
                    kernels.table.add_pair(
                        out + word * width, state + batch.firstRow[word] * width, state + batch.lastRow[word] * width, factor, width)
                }
            }
        }
    }

    private func embed(_ batch: Batch, into state: UnsafeMutablePointer<Float>) {
        let width = weights.width
        for sentence in batch.sentences {
            for row in sentence.rows {
                let piece = Int(batch.pieces[row])
                kernels.table.embed(
                    weights.wordCodes + piece * width, weights.wordScale[piece], weights.position + (row - sentence.rows.lowerBound) * width,
                    weights.shape + Int(batch.shapes[row]) * width, state + row * width, width)
            }
        }
        normalize(state, adding: nil, rows: batch.rowCount, weights.embeddingNorm)
    }

    private func normalize(_ state: UnsafeMutablePointer<Float>, adding addition: UnsafePointer<Float>?, rows: Int, _ norm: Weights.Norm) {
        kernels.table.add_normalize(state, addition, rows, weights.width, norm.weight, norm.bias)
    }

    private func attend(_ layer: Weights.Layer, _ batch: Batch, _ buffers: Buffers, _ state: UnsafeMutablePointer<Float>) {
        let (rows, width) = (batch.rowCount, weights.width)
        let input = buffers.attentionInput.room(for: rows * 3 * width)
        let context = buffers.context.room(for: rows * width)
        let addition = buffers.addition.room(for: rows * width)
        let codes = buffers.codes(rows: rows, width: width)
        kernels.table.quantize(state, width, rows, width, codes)
        kernels.linear(layer.attentionInput, codes, rows: rows, into: input)
        for sentence in batch.sentences {
            gather(sentence.rows, from: input, into: context, buffers)
        }
        kernels.table.quantize(context, width, rows, width, codes)
        kernels.linear(layer.attentionOutput, codes, rows: rows, into: addition)
        normalize(state, adding: addition, rows: rows, layer.attentionNorm)
    }

    /// Scaled dot-product attention within one sentence, head by head.
    private func gather(
        _ rows: Range<Int>, from input: UnsafePointer<Float>, into context: UnsafeMutablePointer<Float>, _ buffers: Buffers
    ) {
        let (count, width) = (rows.count, weights.width)
        let headWidth = width / weights.heads
        let (stride, columns) = (3 * width, count.roundedUp(to: 16))
        let keys = buffers.keys.room(for: headWidth * columns)
        let scores = buffers.scores.room(for: count * columns)
        for head in 0..<weights.heads {
            let queries = input + rows.lowerBound * stride + head * headWidth
            kernels.table.transpose(queries + width, stride, count, headWidth, keys, columns)
            kernels.table.multiply(queries, stride, keys, columns, scores, columns, count, headWidth, columns)
            kernels.table.softmax(scores, columns, count, count, 1 / Float(headWidth).squareRoot())
            kernels.table.multiply(
                scores, columns, queries + 2 * width, stride, context + rows.lowerBound * width + head * headWidth, width, count, count, headWidth)
        }
    }

    private func feedForward(_ layer: Weights.Layer, _ rows: Int, _ buffers: Buffers, _ state: UnsafeMutablePointer<Float>) {
        let width = weights.width
        let inner = buffers.inner.room(for: Self.blockRows * weights.inner)
        let addition = buffers.addition.room(for: rows * width)
        let codes = buffers.codes(rows: Self.blockRows, width: weights.inner)
        for start in stride(from: 0, to: rows, by: Self.blockRows) {
            let count = min(Self.blockRows, rows - start)
            kernels.table.quantize(state + start * width, width, count, width, codes)
            kernels.linear(layer.inner, codes, rows: count, into: inner)
            kernels.table.quantize_gelu(inner, weights.inner, count, weights.inner, codes)
            kernels.linear(layer.outer, codes, rows: count, into: addition + start * width)
        }
        normalize(state, adding: addition, rows: rows, layer.outerNorm)
    }
}
