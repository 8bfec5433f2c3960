internal import CInference

/// Where the network's weights lie in the model file, and its sizes.
///
/// Safe to share between threads: all pointers lead into the read-only mapping of `file`, which this value keeps alive.
struct Weights: @unchecked Sendable {
    /// One block of the encoder.
    struct Layer {
        let attentionInput: inference_linear
        let attentionOutput: inference_linear
        let inner: inference_linear
        let outer: inference_linear
        let attentionNorm: Norm
        let outerNorm: Norm
    }

    /// Weight and bias of a LayerNorm.
    struct Norm {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
    }

    /// A small linear layer in float32, stored inputs x outputs; `columns` is the number of outputs up to a multiple of 16.
    struct FloatLinear {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
        let columns: Int
    }

    let file: ModelFile
    let width: Int
    let heads: Int
    let inner: Int
    let positions: Int
    let arc: Int
    let relation: Int
    let partOfSpeechCount: Int
    let dependencyCount: Int
    let nameCount: Int

    let wordCodes: UnsafePointer<Int8>
    let wordScale: UnsafePointer<Float>
    let position: UnsafePointer<Float>
    let shape: UnsafePointer<Float>
    let embeddingNorm: Norm
    let layers: [Layer]
    /// Tasks x layers.
    let mix: UnsafePointer<Float>
    let partOfSpeech: FloatLinear
    let names: FloatLinear
    /// The dependent's and the head's side of the arcs, then of the labels: `2 * arc + 2 * relation` outputs.
    let syntax: inference_linear
    let arcWeight: UnsafePointer<Float>
    let arcBias: UnsafePointer<Float>
    /// For each dependency label `relation` outputs, to be multiplied with the head's side.
    let relationProduct: inference_linear
    let relationDependent: FloatLinear

    init(_ file: ModelFile) throws(ModelFileError) {
        self.file = file
        width = try file.dimension("width")
        heads = try file.dimension("heads")
        inner = try file.dimension("inner")
        positions = try file.dimension("positions")
        arc = try file.dimension("arc")
        relation = try file.dimension("relation")
        guard width == heads * 32, [width, inner, arc, relation].allSatisfy({ $0 % 16 == 0 && $0 <= 4096 }), positions >= 16 else {
            throw .damaged(path: file.path, detail: "its dimensions do not fit together")
        }
        partOfSpeechCount = try file.labels("part_of_speech").count
        dependencyCount = try file.labels("dependency").count
        nameCount = try file.labels("names").count

        let vocabulary = try file.dimension("vocabulary")
        wordCodes = try file.tensor("embedding.word", "int8", [vocabulary, width], as: Int8.self)
        wordScale = try file.tensor("embedding.word.scale", "float32", [vocabulary], as: Float.self)
        position = try file.tensor("embedding.position", "float32", [positions, width], as: Float.self)
        shape = try file.tensor("embedding.shape", "float32", [CaseShape.rowCount, width], as: Float.self)
        embeddingNorm = try Self.norm(file, "embedding.norm", width)

        let layerCount = try file.dimension("layers")
        var layers: [Layer] = []
        for number in 0..<layerCount {
            let name = "layer.\(number)"
            layers.append(
                Layer(
                    attentionInput: try Self.linear(file, "\(name).attention.input", inputs: width, outputs: 3 * width),
                    attentionOutput: try Self.linear(file, "\(name).attention.output", inputs: width, outputs: width),
                    inner: try Self.linear(file, "\(name).inner", inputs: width, outputs: inner),
                    outer: try Self.linear(file, "\(name).outer", inputs: inner, outputs: width),
                    attentionNorm: try Self.norm(file, "\(name).attention.norm", width),
                    outerNorm: try Self.norm(file, "\(name).outer.norm", width)))
        }
        self.layers = layers
        mix = try file.tensor("mix", "float32", [Task.count, layerCount], as: Float.self)
        partOfSpeech = try Self.floatLinear(file, "part_of_speech", inputs: width, outputs: partOfSpeechCount)
        names = try Self.floatLinear(file, "names", inputs: width, outputs: nameCount)
        syntax = try Self.linear(file, "syntax", inputs: width, outputs: 2 * arc + 2 * relation)
        arcWeight = try file.tensor("arc.weight", "float32", [arc, arc], as: Float.self)
        arcBias = try file.tensor("arc.bias", "float32", [arc], as: Float.self)
        relationProduct = try Self.linear(file, "relation", inputs: relation, outputs: dependencyCount * relation)
        relationDependent = try Self.floatLinear(file, "relation.dependent", inputs: relation, outputs: dependencyCount)
    }

    /// The tasks that mix the layers in their own way, in the order of `mix`.
    enum Task {
        static let partOfSpeech = 0
        static let syntax = 1
        static let names = 2
        static let count = 3
    }

    private static func linear(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(ModelFileError) -> inference_linear {
        inference_linear(
            weight: try file.tensor("\(name).weight", "panels8", [outputs, inputs], as: Int8.self),
            scale: try file.tensor("\(name).scale", "float32", [outputs], as: Float.self),
            sum: try file.tensor("\(name).sum", "int32", [outputs], as: Int32.self),
            bias: try file.tensor("\(name).bias", "float32", [outputs], as: Float.self),
            inputs: inputs, outputs: outputs)
    }

    private static func norm(_ file: ModelFile, _ name: String, _ width: Int) throws(ModelFileError) -> Norm {
        Norm(
            weight: try file.tensor("\(name).weight", "float32", [width], as: Float.self),
            bias: try file.tensor("\(name).bias", "float32", [width], as: Float.self))
    }

    private static func floatLinear(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(ModelFileError) -> FloatLinear {
        let columns = outputs.roundedUp(to: 16)
        return FloatLinear(
            weight: try file.tensor("\(name).weight", "float32", [inputs, columns], as: Float.self),
            bias: try file.tensor("\(name).bias", "float32", [columns], as: Float.self), columns: columns)
    }
}

extension Int {
    /// The next multiple of `step` that is not smaller.
    func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }
}
