// The kernels of the language model: integer and float steps over rows of numbers, in variants for several processors.
//
// Every variant gives the same bits. Integer products are exact sums of 8-bit codes; float steps use the same sequence
// of IEEE operations on blocks of 16 lanes, without fused multiply-add, and reduce in one fixed order.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

// The variants, from the slowest.
typedef enum {
    INFERENCE_SCALAR = 0,  // any processor
    INFERENCE_NEON = 1,    // arm64
    INFERENCE_AVX2 = 2,    // x86-64 with AVX2
    INFERENCE_VNNI = 3,    // x86-64 with AVX-512 and its 8-bit dot products
} inference_variant;

// A linear layer with 8-bit weights: out = weight * in + bias.
typedef struct {
    // Panels of 16 outputs; in a panel, groups of 4 inputs; in a group, the 4 weights of each output in turn.
    const int8_t *weight;
    const float *scale;  // by output: what one unit of its weights is worth
    const int32_t *sum;  // by output: the sum of its weights
    const float *bias;   // by output
    size_t inputs;       // a multiple of 16
    size_t outputs;      // a multiple of 16
} inference_linear;

// Rows of numbers as 8-bit codes, each row with its own scale and zero point: number = (code - zero) * scale.
typedef struct {
    void *codes;    // rows * inputs codes in the form that the variant reads; 2 bytes a code must be there
    float *scale;   // by row
    int32_t *zero;  // by row
} inference_codes;

// The kernels of one variant. `rows` and all widths count elements; widths are multiples of 16.
typedef struct {
    const char *name;

    // Codes of `rows` rows, `stride` apart.
    void (*quantize)(const float *in, size_t stride, size_t rows, size_t width, inference_codes out);
    // The same of GELU(in), the exact form with the error function (to 3e-7).
    void (*quantize_gelu)(const float *in, size_t stride, size_t rows, size_t width, inference_codes out);
    // out[row * stride + o] = linear(in[row])[o].
    void (*linear)(const inference_linear *layer, inference_codes in, size_t rows, float *out, size_t stride);
    // out = a * b; a is rows x inner, b inner x columns (a multiple of 16).
    void (*multiply)(
        const float *a, size_t a_stride, const float *b, size_t b_stride, float *out, size_t out_stride, size_t rows, size_t inner, size_t columns);
    // row = GELU(row), in place.
    void (*gelu)(float *rows_in, size_t stride, size_t rows, size_t width);
    // row = row + bias.
    void (*add_bias)(float *rows_in, size_t stride, size_t rows, const float *bias, size_t width);
    // row = LayerNorm(row + addend) * weight + bias; addend may be null.
    void (*add_normalize)(float *rows_in, const float *_Nullable addend, size_t rows, size_t width, const float *weight, const float *bias);
    // row = softmax(row * factor) over its first `count` numbers; what follows up to a multiple of 16 becomes 0.
    void (*softmax)(float *rows_in, size_t stride, size_t rows, size_t count, float factor);
    // out = codes * scale + position + shape.
    void (*embed)(const int8_t *codes, float scale, const float *position, const float *shape, float *out, size_t width);
    // out = out + (a + b) * factor.
    void (*add_pair)(float *out, const float *a, const float *b, float factor, size_t width);
    // out[column * out_stride + row] = in[row * stride + column]; columns of out past `rows` up to a multiple of 16 become 0.
    void (*transpose)(const float *in, size_t stride, size_t rows, size_t columns, float *out, size_t out_stride);
    // out[i] = dot(products + i * width, vector), for `count` products.
    void (*dot_each)(const float *products, const float *vector, size_t count, size_t width, float *out);
} inference_kernels;

// The kernels of a variant, or null where this processor or build lacks it.
const inference_kernels *_Nullable inference_kernels_of(inference_variant variant);

// The fastest variant of this processor.
inference_variant inference_best_variant(void);

// A file mapped read-only.
typedef struct {
    const uint8_t *_Nullable bytes;  // null if the file could not be mapped
    size_t count;
    int error;  // errno if not
} inference_mapping;

inference_mapping inference_map_file(const char *path);
void inference_unmap(inference_mapping mapping);

// The words for an errno.
void inference_describe_error(int error, char *out, size_t capacity);

// The checksum of the model file format over `words` 64-bit words.
uint64_t inference_checksum(const uint8_t *bytes, size_t words);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
