internal import CInference

/// The kernels of one variant, with the layers of `Weights` as arguments.
///
/// Safe to share between threads: a constant table of functions without state.
struct Kernels: @unchecked Sendable {
    let table: inference_kernels

    init(_ variant: KernelVariant) {
        table = variant.kernels
    }

    /// out = layer(in) for rows that are already codes.
    func linear(_ layer: inference_linear, _ codes: inference_codes, rows: Int, into out: UnsafeMutablePointer<Float>) {
        withUnsafePointer(to: layer) { table.linear($0, codes, rows, out, layer.outputs) }
    }

    /// out = in * weight + bias in float32.
    func linear(_ layer: Weights.FloatLinear, _ rows: UnsafePointer<Float>, count: Int, inputs: Int, into out: UnsafeMutablePointer<Float>) {
        table.multiply(rows, inputs, layer.weight, layer.columns, out, layer.columns, count, inputs, layer.columns)
        table.add_bias(out, layer.columns, count, layer.bias, layer.columns)
    }
}
