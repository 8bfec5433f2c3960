// The table of one variant's kernels; see kernels.h. `VARIANT_NAME` is what the variant is called.
const inference_kernels VARIANT(table) = {
    .name = VARIANT_NAME,
    .quantize = VARIANT(quantize),
    .quantize_gelu = VARIANT(quantize_gelu),
    .linear = VARIANT(linear),
    .multiply = VARIANT(multiply),
    .gelu = VARIANT(gelu),
    .add_bias = VARIANT(add_bias),
    .add_normalize = VARIANT(add_normalize),
    .softmax = VARIANT(softmax),
    .embed = VARIANT(embed),
    .add_pair = VARIANT(add_pair),
    .transpose = VARIANT(transpose),
    .dot_each = VARIANT(dot_each),
};
