// The kernels for any processor.
#include "lanes.h"
#include "variants.h"

#define VARIANT(name) scalar_##name
#define VARIANT_NAME "scalar"
#define CODE uint8_t
#define CODE_BIAS 0
#define TILE_ROWS 2
#include "kernels.h"

typedef int8_t byte_lanes __attribute__((ext_vector_type(16)));
typedef byte_lanes loose_byte_lanes __attribute__((aligned(1), may_alias));
typedef int16_t short_lanes __attribute__((ext_vector_type(16)));
typedef int32_t pair_lanes __attribute__((ext_vector_type(8)));

// One row times one panel of 16 outputs. A code times a weight fits into 16 bits (255 * 127 < 2^15); a block of 8 sums
// holds two partial sums of each of 4 outputs.
INLINE integer_lanes panel_sums(const int8_t *panel, const uint8_t *codes, size_t inputs) {
    pair_lanes sums[4] = {0, 0, 0, 0};
    for (size_t k = 0; k < inputs; k += 4) {
        int16_t a = codes[k], b = codes[k + 1], c = codes[k + 2], d = codes[k + 3];
        short_lanes group = {a, b, c, d, a, b, c, d, a, b, c, d, a, b, c, d};
        for (size_t q = 0; q < 4; q++) {
            byte_lanes weights = *(const loose_byte_lanes *)(panel + k * LANES + q * 16);
            short_lanes products = __builtin_convertvector(weights, short_lanes) * group;
            pair_lanes pairs;
            __builtin_memcpy(&pairs, &products, sizeof pairs);
            sums[q] += ((pairs << 16) >> 16) + (pairs >> 16);
        }
    }
    integer_lanes all;
    for (size_t output = 0; output < LANES; output++) {
        size_t first = output % 4 * 2;
        all[output] = sums[output / 4][first] + sums[output / 4][first + 1];
    }
    return all;
}

static void scalar_linear(const inference_linear *layer, inference_codes in, size_t rows, float *out, size_t stride) {
    for (size_t output = 0; output < layer->outputs; output += LANES) {
        const int8_t *panel = layer->weight + output * layer->inputs;
        for (size_t row = 0; row < rows; row++) {
            integer_lanes sums = panel_sums(panel, (const uint8_t *)in.codes + row * layer->inputs, layer->inputs);
            store(out + row * stride + output, dequantized(sums, layer, output, in.scale[row], in.zero[row]));
        }
    }
}

#include "table.h"
