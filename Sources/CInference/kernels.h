// The float steps, and the quantization of rows. Included once for each variant, which defines before:
//   VARIANT(name)  the name of its own copy of a function
//   CODE           the type in which its linear layers read codes
//   CODE_BIAS      what is added to a code (0-255) before it is stored as CODE
//   TILE_ROWS      rows that `multiply` keeps in registers

INLINE lanes load(const float *from) { return *(const loose_lanes *)from; }
INLINE void store(float *to, lanes value) { *(loose_lanes *)to = value; }
INLINE lanes greater(lanes a, lanes b) { return a > b ? a : b; }
INLINE lanes lesser(lanes a, lanes b) { return a < b ? a : b; }

// The sum and the maximum over the lanes, by halves: a fixed order.
INLINE float sum_of(lanes v) {
    half_lanes h = v.lo + v.hi;
    quarter_lanes q = h.lo + h.hi;
    return (q.x + q.z) + (q.y + q.w);
}
INLINE float maximum_of(lanes v) {
    half_lanes h = v.lo > v.hi ? v.lo : v.hi;
    quarter_lanes q = h.lo > h.hi ? h.lo : h.hi;
    float a = q.x > q.z ? q.x : q.z, b = q.y > q.w ? q.y : q.w;
    return a > b ? a : b;
}

// Adding and taking away 1.5 * 2^23 rounds a float below 2^22 in magnitude to the nearest integer, ties to even.
#define ROUNDER 12582912.0f
INLINE lanes rounded(lanes v) { return (v + ROUNDER) - ROUNDER; }

// e^v for v <= 0, relative error below 2e-7; below -87 it gives e^-87, about 1e-38.
// Range reduction by ln 2 in two parts, then the Taylor polynomial of degree 6 on [-ln 2 / 2, ln 2 / 2].
INLINE lanes exponential(lanes v) {
    v = greater(v, (lanes)(-87.0f));
    lanes n = rounded(v * 1.44269504f);
    lanes r = (v - n * 0.693359375f) - n * -2.12194440e-4f;
    lanes p = r * (1.0f / 720) + (1.0f / 120);
    p = p * r + (1.0f / 24);
    p = p * r + (1.0f / 6);
    p = p * r + 0.5f;
    p = p * r + 1.0f;
    p = p * r + 1.0f;
    integer_lanes power = (__builtin_convertvector(n, integer_lanes) + 127) << 23;
    lanes factor;
    __builtin_memcpy(&factor, &power, sizeof factor);
    return p * factor;
}

// GELU(v) = v / 2 * (1 + erf(v / sqrt 2)). The error function is a rational approximation on [-4, 4], odd over even
// (the coefficients are those that Eigen uses); absolute error below 3e-7.
INLINE lanes gelu_of(lanes v) {
    lanes x = v * 0.70710678f;
    x = lesser(greater(x, (lanes)(-4.0f)), (lanes)(4.0f));
    lanes s = x * x;
    lanes p = s * -2.72614225801306e-10f + 2.77068142495902e-08f;
    p = p * s + -2.10102402082508e-06f;
    p = p * s + -5.69250639462346e-05f;
    p = p * s + -7.34990630326855e-04f;
    p = p * s + -2.95459980854025e-03f;
    p = p * s + -1.60960333262415e-02f;
    lanes q = s * -1.45660718464996e-05f + -2.13374055278905e-04f;
    q = q * s + -1.68282697438203e-03f;
    q = q * s + -7.37332916720468e-03f;
    q = q * s + -1.42647390514189e-02f;
    return (v * 0.5f) * (1.0f + (x * p) / q);
}

typedef CODE VARIANT(code_lanes) __attribute__((ext_vector_type(16)));
typedef VARIANT(code_lanes) VARIANT(loose_code_lanes) __attribute__((aligned(1), may_alias));

// One row to codes 0...255 that span [minimum, maximum] and hold 0 exactly.
INLINE void quantize_row(const float *in, size_t width, lanes low, lanes high, CODE *codes, float *scale, int32_t *zero) {
    float minimum = -maximum_of(-low), maximum = maximum_of(high);
    minimum = minimum < 0.0f ? minimum : 0.0f;
    maximum = maximum > 0.0f ? maximum : 0.0f;
    float range = maximum - minimum;
    float step = range > 1e-30f ? range / 255.0f : 1.0f;
    float inverse = 1.0f / step;
    float origin = (-minimum * inverse + ROUNDER) - ROUNDER;
    for (size_t i = 0; i < width; i += LANES) {
        lanes v = rounded(load(in + i) * inverse) + origin;
        v = lesser(greater(v, (lanes)(0.0f)), (lanes)(255.0f));
        integer_lanes code = __builtin_convertvector(v, integer_lanes) + CODE_BIAS;
        *(VARIANT(loose_code_lanes) *)(codes + i) = __builtin_convertvector(code, VARIANT(code_lanes));
    }
    *scale = step;
    *zero = (int32_t)origin;
}

static void VARIANT(quantize)(const float *in, size_t stride, size_t rows, size_t width, inference_codes out) {
    for (size_t row = 0; row < rows; row++) {
        const float *from = in + row * stride;
        lanes low = load(from), high = low;
        for (size_t i = LANES; i < width; i += LANES) {
            lanes v = load(from + i);
            low = lesser(low, v);
            high = greater(high, v);
        }
        quantize_row(from, width, low, high, (CODE *)out.codes + row * width, out.scale + row, out.zero + row);
    }
}

static void VARIANT(quantize_gelu)(const float *in, size_t stride, size_t rows, size_t width, inference_codes out) {
    float buffer[4096];
    for (size_t row = 0; row < rows; row++) {
        const float *from = in + row * stride;
        lanes low = (lanes)(0.0f), high = (lanes)(0.0f);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = gelu_of(load(from + i));
            store(buffer + i, v);
            low = lesser(low, v);
            high = greater(high, v);
        }
        quantize_row(buffer, width, low, high, (CODE *)out.codes + row * width, out.scale + row, out.zero + row);
    }
}

// Exact sums of 16 outputs to floats: (sum of code * weight - zero * sum of weights) * scales + bias.
INLINE lanes dequantized(integer_lanes sums, const inference_linear *layer, size_t output, float scale, int32_t zero) {
    integer_lanes weights;
    __builtin_memcpy(&weights, layer->sum + output, sizeof weights);
    lanes exact = __builtin_convertvector(sums - weights * zero, lanes);
    return exact * (load(layer->scale + output) * scale) + load(layer->bias + output);
}

// `count` rows of a product of matrices, one block of 16 columns at a time; each number is summed in the order of `inner`.
INLINE void multiply_rows(
    const float *a, size_t a_stride, const float *b, size_t b_stride, float *out, size_t out_stride, size_t count, size_t inner, size_t columns) {
    for (size_t column = 0; column < columns; column += LANES) {
        lanes sum[TILE_ROWS];
        for (size_t r = 0; r < count; r++) sum[r] = (lanes)(0.0f);
        for (size_t k = 0; k < inner; k++) {
            lanes v = load(b + k * b_stride + column);
            for (size_t r = 0; r < count; r++) sum[r] += a[r * a_stride + k] * v;
        }
        for (size_t r = 0; r < count; r++) store(out + r * out_stride + column, sum[r]);
    }
}

static void VARIANT(multiply)(
    const float *a, size_t a_stride, const float *b, size_t b_stride, float *out, size_t out_stride, size_t rows, size_t inner, size_t columns) {
    size_t row = 0;
    for (; row + TILE_ROWS <= rows; row += TILE_ROWS)
        multiply_rows(a + row * a_stride, a_stride, b, b_stride, out + row * out_stride, out_stride, TILE_ROWS, inner, columns);
    for (; row < rows; row++)
        multiply_rows(a + row * a_stride, a_stride, b, b_stride, out + row * out_stride, out_stride, 1, inner, columns);
}

static void VARIANT(gelu)(float *rows_in, size_t stride, size_t rows, size_t width) {
    for (size_t row = 0; row < rows; row++) {
        float *at = rows_in + row * stride;
        for (size_t i = 0; i < width; i += LANES) store(at + i, gelu_of(load(at + i)));
    }
}

static void VARIANT(add_bias)(float *rows_in, size_t stride, size_t rows, const float *bias, size_t width) {
    for (size_t row = 0; row < rows; row++) {
        float *at = rows_in + row * stride;
        for (size_t i = 0; i < width; i += LANES) store(at + i, load(at + i) + load(bias + i));
    }
}

static void VARIANT(add_normalize)(float *rows_in, const float *addend, size_t rows, size_t width, const float *weight, const float *bias) {
    for (size_t row = 0; row < rows; row++) {
        float *at = rows_in + row * width;
        lanes sum = (lanes)(0.0f);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(at + i);
            if (addend) v += load(addend + row * width + i);
            store(at + i, v);
            sum += v;
        }
        float mean = sum_of(sum) / (float)width;
        lanes squares = (lanes)(0.0f);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(at + i) - mean;
            squares += v * v;
        }
        float factor = 1.0f / __builtin_sqrtf(sum_of(squares) / (float)width + 1e-12f);
        for (size_t i = 0; i < width; i += LANES)
            store(at + i, ((load(at + i) - mean) * factor) * load(weight + i) + load(bias + i));
    }
}

static void VARIANT(softmax)(float *rows_in, size_t stride, size_t rows, size_t count, float factor) {
    static const float low = -1e30f;
    size_t width = (count + LANES - 1) / LANES * LANES;
    for (size_t row = 0; row < rows; row++) {
        float *at = rows_in + row * stride;
        for (size_t i = count; i < width; i++) at[i] = low;
        lanes high = load(at);
        for (size_t i = LANES; i < width; i += LANES) high = greater(high, load(at + i));
        float maximum = maximum_of(high);
        lanes sum = (lanes)(0.0f);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = exponential((load(at + i) - maximum) * factor);
            store(at + i, v);
            if (i + LANES < width || count == width) sum += v;
        }
        for (size_t i = count; i < width; i++) at[i] = 0.0f;
        if (count != width) sum += load(at + width - LANES);
        float inverse = 1.0f / sum_of(sum);
        for (size_t i = 0; i < width; i += LANES) store(at + i, load(at + i) * inverse);
    }
}

static void VARIANT(embed)(const int8_t *codes, float scale, const float *position, const float *shape, float *out, size_t width) {
    for (size_t i = 0; i < width; i++) out[i] = ((float)codes[i] * scale + position[i]) + shape[i];
}

static void VARIANT(add_pair)(float *out, const float *a, const float *b, float factor, size_t width) {
    for (size_t i = 0; i < width; i += LANES) store(out + i, load(out + i) + (load(a + i) + load(b + i)) * factor);
}

static void VARIANT(transpose)(const float *in, size_t stride, size_t rows, size_t columns, float *out, size_t out_stride) {
    size_t width = (rows + LANES - 1) / LANES * LANES;
    for (size_t column = 0; column < columns; column++) {
        float *to = out + column * out_stride;
        for (size_t row = 0; row < rows; row++) to[row] = in[row * stride + column];
        for (size_t row = rows; row < width; row++) to[row] = 0.0f;
    }
}

static void VARIANT(dot_each)(const float *products, const float *vector, size_t count, size_t width, float *out) {
    for (size_t i = 0; i < count; i++) {
        lanes sum = (lanes)(0.0f);
        for (size_t k = 0; k < width; k += LANES) sum += load(products + i * width + k) * load(vector + k);
        out[i] = sum_of(sum);
    }
}
