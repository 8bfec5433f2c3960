// Blocks of 16 numbers and the functions on them that all kernels share.
//
// The compiler turns a block into the registers of the target that the including file asks for. No operation here may be
// contracted or reordered, so every target gives the same bits.
#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang fp contract(off)

// Blocks are passed between functions that are always inlined: how they would be passed otherwise does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 16
typedef float lanes __attribute__((ext_vector_type(16)));
typedef int32_t integer_lanes __attribute__((ext_vector_type(16)));
typedef float half_lanes __attribute__((ext_vector_type(8)));
typedef float quarter_lanes __attribute__((ext_vector_type(4)));
typedef lanes loose_lanes __attribute__((aligned(4), may_alias));

#define INLINE static inline __attribute__((always_inline, unused))
