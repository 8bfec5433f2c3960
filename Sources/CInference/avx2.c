// The kernels for x86-64 with AVX2. Products of 16-bit numbers in pairs (vpmaddwd) are exact for codes of 0...255, where
// the faster 8-bit instruction would saturate.
#if defined(__x86_64__)
#include <immintrin.h>

#include "lanes.h"
#include "variants.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define VARIANT(name) avx2_##name
#define VARIANT_NAME "avx2"
#define CODE int16_t
#define CODE_BIAS 0
#define TILE_ROWS 6
#include "kernels.h"

typedef int64_t four_codes __attribute__((aligned(2), may_alias));

// Inputs of the widest layer whose panels are widened beforehand.
#define WIDENED_INPUTS 2048

// A panel's weights as 16-bit numbers: widening them once for all rows saves an instruction and a register in the inner loop.
INLINE void widen(const int8_t *panel, size_t count, int16_t *wide) {
    for (size_t i = 0; i < count; i += 16)
        _mm256_store_si256((__m256i *)(wide + i), _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(panel + i))));
}

// `count` rows (at most 2: more sums than the registers hold cost more than they save) times one panel of 16 outputs. A register holds
// two partial sums of each of 4 outputs.
INLINE void linear_rows(
    const inference_linear *layer, size_t output, const int16_t *wide, inference_codes in, size_t row, size_t count, float *out, size_t stride) {
    const int8_t *panel = layer->weight + output * layer->inputs;
    const int16_t *codes = (const int16_t *)in.codes + row * layer->inputs;
    __m256i sums[2][4];
    for (size_t r = 0; r < count; r++)
        for (size_t q = 0; q < 4; q++) sums[r][q] = _mm256_setzero_si256();
    for (size_t k = 0; k < layer->inputs; k += 4) {
        __m256i group[2];
        for (size_t r = 0; r < count; r++) {
            group[r] = _mm256_set1_epi64x(*(const four_codes *)(codes + r * layer->inputs + k));
        }
        for (size_t q = 0; q < 4; q++) {
            __m256i weights = wide ? _mm256_load_si256((const __m256i *)(wide + k * LANES + q * 16))
                                   : _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(panel + k * LANES + q * 16)));
            for (size_t r = 0; r < count; r++) sums[r][q] = _mm256_add_epi32(sums[r][q], _mm256_madd_epi16(group[r], weights));
        }
    }
    for (size_t r = 0; r < count; r++) {
        // Adding neighbours gives outputs 0 1 4 5 | 2 3 6 7; the permutation puts them in order.
        __m256i low = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sums[r][0], sums[r][1]), 0xD8);
        __m256i high = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sums[r][2], sums[r][3]), 0xD8);
        integer_lanes all;
        __builtin_memcpy(&all, &low, 32);
        __builtin_memcpy((char *)&all + 32, &high, 32);
        store(out + (row + r) * stride + output, dequantized(all, layer, output, in.scale[row + r], in.zero[row + r]));
    }
}

static void avx2_linear(const inference_linear *layer, inference_codes in, size_t rows, float *out, size_t stride) {
    int16_t wide[WIDENED_INPUTS * LANES] __attribute__((aligned(32)));
    int widens = rows >= 6 && layer->inputs <= WIDENED_INPUTS;
    for (size_t output = 0; output < layer->outputs; output += LANES) {
        size_t row = 0;
        if (widens) {
            widen(layer->weight + output * layer->inputs, layer->inputs * LANES, wide);
            for (; row + 2 <= rows; row += 2) linear_rows(layer, output, wide, in, row, 2, out, stride);
        }
        for (; row + 2 <= rows; row += 2) linear_rows(layer, output, NULL, in, row, 2, out, stride);
        for (; row < rows; row++) linear_rows(layer, output, NULL, in, row, 1, out, stride);
    }
}

#pragma clang attribute pop

#include "table.h"
#else
typedef int avx2_is_for_another_processor;
#endif
