// The kernels for arm64: 16-bit products added up in 32 bits (smlal), exact on every arm64 processor.
#if defined(__aarch64__)
#include <arm_neon.h>

#include "lanes.h"
#include "variants.h"

#define VARIANT(name) neon_##name
#define VARIANT_NAME "neon"
#define CODE int16_t
#define CODE_BIAS 0
#define TILE_ROWS 4
#include "kernels.h"

// `count` rows (at most 4) times one panel of 16 outputs. The load takes the weights of a group apart: one register for
// each of the 4 inputs, with the 16 outputs in order.
INLINE void linear_rows(
    const inference_linear *layer, size_t output, inference_codes in, size_t row, size_t count, float *out, size_t stride) {
    const int8_t *panel = layer->weight + output * layer->inputs;
    const int16_t *codes = (const int16_t *)in.codes + row * layer->inputs;
    int32x4_t sums[4][4];
    for (size_t r = 0; r < count; r++)
        for (size_t q = 0; q < 4; q++) sums[r][q] = vdupq_n_s32(0);
    for (size_t k = 0; k < layer->inputs; k += 4) {
        int8x16x4_t group = vld4q_s8(panel + k * LANES);
        for (size_t i = 0; i < 4; i++) {
            int16x8_t low = vmovl_s8(vget_low_s8(group.val[i])), high = vmovl_high_s8(group.val[i]);
            for (size_t r = 0; r < count; r++) {
                int16_t code = codes[r * layer->inputs + k + i];
                sums[r][0] = vmlal_n_s16(sums[r][0], vget_low_s16(low), code);
                sums[r][1] = vmlal_high_n_s16(sums[r][1], low, code);
                sums[r][2] = vmlal_n_s16(sums[r][2], vget_low_s16(high), code);
                sums[r][3] = vmlal_high_n_s16(sums[r][3], high, code);
            }
        }
    }
    for (size_t r = 0; r < count; r++) {
        integer_lanes all;
        __builtin_memcpy(&all, sums[r], sizeof all);
        store(out + (row + r) * stride + output, dequantized(all, layer, output, in.scale[row + r], in.zero[row + r]));
    }
}

static void neon_linear(const inference_linear *layer, inference_codes in, size_t rows, float *out, size_t stride) {
    for (size_t output = 0; output < layer->outputs; output += LANES) {
        size_t row = 0;
        for (; row + 4 <= rows; row += 4) linear_rows(layer, output, in, row, 4, out, stride);
        for (; row < rows; row++) linear_rows(layer, output, in, row, 1, out, stride);
    }
}

#include "table.h"
#else
typedef int neon_is_for_another_processor;
#endif
