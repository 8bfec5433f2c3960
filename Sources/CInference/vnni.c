// The kernels for x86-64 with AVX-512 and its 8-bit dot products (VNNI), which add without saturating: exact.
#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes.h"
#include "variants.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)

#define VARIANT(name) vnni_##name
#define VARIANT_NAME "vnni"
#define CODE uint8_t
#define CODE_BIAS 0
#define TILE_ROWS 8
#include "kernels.h"

typedef int32_t four_codes __attribute__((aligned(1), may_alias));

// `count` rows (at most 8) times `panels` panels (at most 2) of 16 outputs, all sums in registers.
INLINE void linear_rows(
    const inference_linear *layer, size_t output, size_t panels, inference_codes in, size_t row, size_t count, float *out, size_t stride) {
    size_t inputs = layer->inputs;
    const int8_t *panel = layer->weight + output * inputs;
    const uint8_t *codes = (const uint8_t *)in.codes + row * inputs;
    __m512i sums[8][2];
    for (size_t r = 0; r < count; r++)
        for (size_t p = 0; p < panels; p++) sums[r][p] = _mm512_setzero_si512();
    for (size_t k = 0; k < inputs; k += 4) {
        __m512i weights[2];
        for (size_t p = 0; p < panels; p++) weights[p] = _mm512_loadu_si512(panel + p * LANES * inputs + k * LANES);
        for (size_t r = 0; r < count; r++) {
            __m512i group = _mm512_set1_epi32(*(const four_codes *)(codes + r * inputs + k));
            for (size_t p = 0; p < panels; p++) sums[r][p] = _mm512_dpbusd_epi32(sums[r][p], group, weights[p]);
        }
    }
    for (size_t r = 0; r < count; r++)
        for (size_t p = 0; p < panels; p++) {
            size_t first = output + p * LANES;
            store(out + (row + r) * stride + first, dequantized((integer_lanes)sums[r][p], layer, first, in.scale[row + r], in.zero[row + r]));
        }
}

INLINE void linear_panels(const inference_linear *layer, size_t output, size_t panels, inference_codes in, size_t rows, float *out, size_t stride) {
    size_t row = 0;
    for (; row + 8 <= rows; row += 8) linear_rows(layer, output, panels, in, row, 8, out, stride);
    if (row + 4 <= rows) {
        linear_rows(layer, output, panels, in, row, 4, out, stride);
        row += 4;
    }
    if (row + 2 <= rows) {
        linear_rows(layer, output, panels, in, row, 2, out, stride);
        row += 2;
    }
    if (row < rows) linear_rows(layer, output, panels, in, row, 1, out, stride);
}

static void vnni_linear(const inference_linear *layer, inference_codes in, size_t rows, float *out, size_t stride) {
    size_t output = 0;
    for (; output + 2 * LANES <= layer->outputs; output += 2 * LANES) linear_panels(layer, output, 2, in, rows, out, stride);
    for (; output < layer->outputs; output += LANES) linear_panels(layer, output, 1, in, rows, out, stride);
}

#pragma clang attribute pop

#include "table.h"
#else
typedef int vnni_is_for_another_processor;
#endif
