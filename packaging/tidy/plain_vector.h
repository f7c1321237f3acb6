// Read by Clang before everything else, for clang-tidy alone.
//
// LibTorch 1.13 has vectors of a type that is complete only later. C++20's constexpr vector makes
// Clang instantiate their members at once, and it gives up. With a vector that is not constexpr, as
// in C++17, it reads on. GCC's library says by one macro what became constexpr in C++20.
#include <string> // keeps its constexpr, as does all that it needs
#ifdef _GLIBCXX20_CONSTEXPR
#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#define __fill_a1 __fill_a1_not_constexpr // declared as constexpr above
#include <vector>
#undef __fill_a1
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
#endif
