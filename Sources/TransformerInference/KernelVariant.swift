internal import CInference

/// The variants of the kernels that run the model; all give the same bits, they differ in speed alone.
public enum KernelVariant: String, Sendable, CaseIterable {
    /// Plain C, for any processor.
    case scalar
    /// arm64.
    case neon
    /// x86-64 with AVX2.
    case avx2
    /// x86-64 with AVX-512 and its 8-bit dot products.
    case vnni

    /// The fastest variant of this processor.
    public static var best: KernelVariant {
        allCases.last { $0.rank == inference_best_variant() } ?? .scalar
    }

    /// The variants that this processor and build have, slowest first.
    public static var available: [KernelVariant] {
        allCases.filter { inference_kernels_of($0.rank) != nil }
    }

    private var rank: inference_variant {
        switch self {
        case .scalar: INFERENCE_SCALAR
        case .neon: INFERENCE_NEON
        case .avx2: INFERENCE_AVX2
        case .vnni: INFERENCE_VNNI
        }
    }

    /// The table of kernels; traps where this processor lacks the variant.
    var kernels: inference_kernels {
        guard let table = inference_kernels_of(rank) else {
            preconditionFailure("this processor does not have the kernel variant '\(rawValue)'; it has \(Self.available.map(\.rawValue))")
        }
        return table.pointee
    }
}
