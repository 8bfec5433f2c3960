// Which variants this processor runs.
#include "variants.h"

#if defined(__x86_64__)
#include <cpuid.h>

// The registers that the operating system saves (extended control register 0).
static unsigned saved_registers(void) {
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static inference_variant best(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27))) return INFERENCE_SCALAR;  // OSXSAVE
    unsigned saved = saved_registers();
    if ((saved & 0x6) != 0x6 || !__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & (1u << 5))) return INFERENCE_SCALAR;  // AVX2
    unsigned avx512 = 1u << 16 | 1u << 17 | 1u << 30 | 1u << 31;  // F, DQ, BW, VL
    if ((saved & 0xE6) == 0xE6 && (b & avx512) == avx512 && (c & (1u << 11))) return INFERENCE_VNNI;
    return INFERENCE_AVX2;
}

inference_variant inference_best_variant(void) { return best(); }

const inference_kernels *inference_kernels_of(inference_variant variant) {
    if (variant == INFERENCE_SCALAR) return &scalar_table;
    if (variant == INFERENCE_AVX2 && best() >= INFERENCE_AVX2) return &avx2_table;
    if (variant == INFERENCE_VNNI && best() >= INFERENCE_VNNI) return &vnni_table;
    return NULL;
}

#elif defined(__aarch64__)

inference_variant inference_best_variant(void) { return INFERENCE_NEON; }

const inference_kernels *inference_kernels_of(inference_variant variant) {
    if (variant == INFERENCE_SCALAR) return &scalar_table;
    return variant == INFERENCE_NEON ? &neon_table : NULL;
}

#else

inference_variant inference_best_variant(void) { return INFERENCE_SCALAR; }

const inference_kernels *inference_kernels_of(inference_variant variant) { return variant == INFERENCE_SCALAR ? &scalar_table : NULL; }

#endif
