import CInference
import Testing

@testable import TransformerInference

/// Numbers that try the kernels: of all sizes, with extremes, ties and zeros among them.
private func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
    let scale = Float([0.001, 1, 30].randomElement(using: &generator) ?? 1)
    return (0..<count).map { _ in
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: 0
        case 1: scale * 4
        case 2: -scale * 4
        case 3: 1e-20
        default: Float.random(in: -1...1, using: &generator) * scale
        }
    }
}

/// A random linear layer and the memory that it lies in.
private final class RandomLayer {
    let inputs: Int, outputs: Int
    /// Outputs x inputs, in plain order.
    let weights: [Int8]
    let bias: [Float]
    private let panels: [Int8], scale: [Float], sum: [Int32]

    init(inputs: Int, outputs: Int, _ generator: inout SeededGenerator) {
        (self.inputs, self.outputs) = (inputs, outputs)
        let extremes: [Int8] = [127, -127]
        let weights = (0..<inputs * outputs).map { _ -> Int8 in
            Int.random(in: 0..<3, using: &generator) == 0
                ? extremes[Int.random(in: 0..<2, using: &generator)] : Int8.random(in: -127...127, using: &generator)
        }
        self.weights = weights
        var panels = [Int8](repeating: 0, count: weights.count)
        for output in 0..<outputs {
            for input in 0..<inputs {
                panels[output / 16 * 16 * inputs + input / 4 * 64 + output % 16 * 4 + input % 4] = weights[output * inputs + input]
            }
        }
        self.panels = panels
        scale = (0..<outputs).map { _ in Float.random(in: 0.001...0.01, using: &generator) }
        sum = (0..<outputs).map { output in weights[output * inputs..<(output + 1) * inputs].reduce(0) { $0 + Int32($1) } }
        bias = numbers(outputs, &generator)
    }

    var layer: inference_linear {
        inference_linear(
            weight: Self.copy(panels, panelRoom), scale: Self.copy(scale, scaleRoom), sum: Self.copy(sum, sumRoom),
            bias: Self.copy(bias, biasRoom), inputs: inputs, outputs: outputs)
    }

    private let panelRoom = Buffer<Int8>(), scaleRoom = Buffer<Float>(), sumRoom = Buffer<Int32>(), biasRoom = Buffer<Float>()

    private static func copy<Element: BitwiseCopyable>(_ values: [Element], _ room: Buffer<Element>) -> UnsafePointer<Element> {
        let start = room.room(for: values.count)
        for (index, value) in values.enumerated() { start[index] = value }
        return UnsafePointer(start)
    }

    /// The layer's outputs and the codes it saw: for each row the codes less their zero point, and the scale.
    func run(_ rows: [Float], count: Int, gelu: Bool, _ kernels: inference_kernels) -> [Float] {
        let codes = Buffer<Int16>(), codeScale = Buffer<Float>(), zero = Buffer<Int32>()
        let room = inference_codes(codes: codes.room(for: count * inputs), scale: codeScale.room(for: count), zero: zero.room(for: count))
        (gelu ? kernels.quantize_gelu : kernels.quantize)(rows, inputs, count, inputs, room)
        var out = [Float](repeating: .nan, count: count * outputs)
        withUnsafePointer(to: layer) { kernels.linear($0, room, count, &out, outputs) }
        return out
    }

    /// The same outputs in exact arithmetic, without quantization of the rows.
    func exact(_ rows: [Float], row: Int, output: Int) -> Double {
        (0..<inputs).reduce(Double(bias[output])) {
            $0 + Double(rows[row * inputs + $1]) * Double(weights[output * inputs + $1]) * Double(scale[output])
        }
    }
}

private let fast = KernelVariant.available.filter { $0 != .scalar }

@Suite struct KernelTests {
    @Test("linear layers give the bits of the plain C variant", arguments: fast, 0..<24)
    func linear(variant: KernelVariant, seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let inputs = 16 * Int.random(in: 1...40, using: &generator), outputs = 16 * Int.random(in: 1...7, using: &generator)
        let count = seed < 12 ? seed + 1 : Int.random(in: 13...70, using: &generator)
        let layer = RandomLayer(inputs: inputs, outputs: outputs, &generator)
        let rows = seed % 5 == 0 ? [Float](repeating: 1, count: count * inputs) : numbers(count * inputs, &generator)
        let expected = layer.run(rows, count: count, gelu: seed % 2 == 1, KernelVariant.scalar.kernels)
        #expect(layer.run(rows, count: count, gelu: seed % 2 == 1, variant.kernels) == expected)
    }

    @Test("linear layers are near exact arithmetic", arguments: KernelVariant.available)
    func linearIsRight(variant: KernelVariant) {
        var generator = SeededGenerator(seed: 7)
        let layer = RandomLayer(inputs: 64, outputs: 32, &generator)
        let rows = (0..<5 * 64).map { _ in Float.random(in: -2...3, using: &generator) }
        let out = layer.run(rows, count: 5, gelu: false, variant.kernels)
        // Each code is off by at most half a step of 5/255; 64 of them by weights up to 127 * 0.01.
        let bound = 64 * 1.27 * 2.5 / 255
        for row in 0..<5 {
            for output in 0..<32 {
                #expect(abs(Double(out[row * 32 + output]) - layer.exact(rows, row: row, output: output)) < bound)
            }
        }
    }

    @Test("products of matrices give the bits of the plain C variant", arguments: fast, 0..<12)
    func multiply(variant: KernelVariant, seed: Int) {
        var generator = SeededGenerator(seed: 100 + UInt64(seed))
        let rows = seed + 1, inner = Int.random(in: 1...50, using: &generator), columns = 16 * Int.random(in: 1...4, using: &generator)
        let a = numbers(rows * inner, &generator), b = numbers(inner * columns, &generator)
        func run(_ kernels: inference_kernels) -> [Float] {
            var out = [Float](repeating: .nan, count: rows * columns)
            kernels.multiply(a, inner, b, columns, &out, columns, rows, inner, columns)
            return out
        }
        #expect(run(variant.kernels) == run(KernelVariant.scalar.kernels))
    }

    @Test("row functions give the bits of the plain C variant", arguments: fast, 1..<40)
    func rowFunctions(variant: KernelVariant, count: Int) {
        var generator = SeededGenerator(seed: 200 + UInt64(count))
        let width = count.roundedUp(to: 16), rows = 3
        let input = numbers(rows * width, &generator), other = numbers(rows * width, &generator), weight = numbers(width, &generator)
        func run(_ kernels: inference_kernels) -> [[Float]] {
            var gelu = input, softmax = input, normal = input, pair = input, bias = input
            var transposed = [Float](repeating: .nan, count: width * 16), dots = [Float](repeating: .nan, count: rows)
            kernels.gelu(&gelu, width, rows, width)
            kernels.softmax(&softmax, width, rows, count, 0.7)
            kernels.add_normalize(&normal, other, rows, width, weight, other)
            kernels.add_pair(&pair, other, weight, 0.3, width)
            kernels.add_bias(&bias, width, rows, weight, width)
            kernels.transpose(input, width, rows, count, &transposed, 16)
            kernels.dot_each(input, weight, rows, width, &dots)
            return [gelu, softmax, normal, pair, bias, transposed.map { $0.isNaN ? -1 : $0 }, dots]
        }
        #expect(run(variant.kernels) == run(KernelVariant.scalar.kernels))
    }

    @Test func softmaxSumsToOneAndLeavesThePaddingAtZero() {
        var row: [Float] = [3, -50, 900, 2, 900] + [Float](repeating: 5, count: 11)
        KernelVariant.best.kernels.softmax(&row, 16, 1, 5, 0.1)
        #expect(abs(row.reduce(0, +) - 1) < 1e-6)
        #expect(row[2] == row[4] && abs(row[2] - 0.5) < 1e-6)
        #expect(row[5...].allSatisfy { $0 == 0 })
    }

    @Test func quantizingARowOfZerosGivesTheBias() {
        var generator = SeededGenerator(seed: 3)
        let layer = RandomLayer(inputs: 32, outputs: 16, &generator)
        let out = layer.run([Float](repeating: 0, count: 32), count: 1, gelu: false, KernelVariant.best.kernels)
        #expect(out == layer.bias)
    }
}
