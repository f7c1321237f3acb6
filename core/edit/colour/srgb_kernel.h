#pragma once

#include <cstdint>

namespace autochrome::inline edit {

/// How the pixels that the kernel reads are laid out.
enum class PixelKind {
    Grey8,  ///< one byte
    Grey16, ///< one 16-bit word
    Rgb8,   ///< R, G, B (and alpha) bytes
    Rgb16   ///< R, G, B (and alpha) words
};

/// Pixels that one call of the kernel handles at most.
inline constexpr int kernelBlock = 256;

/// One run of neighbouring pixels to colour, in plain pointers: the kernel is compiled once per
/// instruction set and must not share inline code with the rest of the program.
///
/// Chroma is given as differences of the Lab cube roots, fx - fy = a*/500 and fz - fy = -b*/200,
/// each an affine function of fy whose coefficients are interpolated between two rows:
/// fx - fy = plane[0] * fy + plane[1], fz - fy = plane[2] * fy + plane[3].
struct KernelJob
{
    PixelKind kind = PixelKind::Grey8;
    int channels = 1;             ///< of the source: 1, 3 or 4
    bool keepTint = false;        ///< add to the source's own chroma instead of replacing it
    int count = 0;                ///< pixels, 1..kernelBlock
    const void* source = nullptr; ///< first pixel
    void* result = nullptr;       ///< first pixel; 3 channels, 4 if the source has 4
    const float* table = nullptr; ///< by code: fy for grey, linear light for RGB
    const float* above[4] = {};   ///< kernelBlock coefficients each, the row above
    const float* below[4] = {};   ///< the row below
    float weightBelow = 0;        ///< [0, 1]
};

/// Colours one run: sRGB out, at constant L*, chroma shrunk along its Lab hue until it fits.
using KernelFunction = void (*)(const KernelJob&);

/// The fastest kernel that this processor runs.
KernelFunction srgbKernel();

/// Every kernel that this processor runs, plainest first; for tests and benchmarks.
int srgbKernels(KernelFunction kernels[3]);

} // namespace autochrome::inline edit
