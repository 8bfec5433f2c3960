// What the files of this target know of each other.
#pragma once
#include "CInference.h"

extern const inference_kernels scalar_table;
#if defined(__x86_64__)
extern const inference_kernels avx2_table;
extern const inference_kernels vnni_table;
#elif defined(__aarch64__)
extern const inference_kernels neon_table;
#endif
