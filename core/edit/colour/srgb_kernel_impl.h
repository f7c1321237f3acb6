// The kernel's body. Each srgb_kernel_<set>.cpp defines AUTOCHROME_KERNEL_NAMESPACE and includes
// this once, compiled for its own instruction set. Nothing here may come from a header with inline
// functions: the linker could pick a copy that older processors cannot run.

#include "core/edit/colour/srgb_kernel.h"

namespace autochrome::inline edit::AUTOCHROME_KERNEL_NAMESPACE {
namespace {

constexpr int N = kernelBlock;

// Lab's cube root and its inverse, CIE 15: epsilon = (6/29)^3, kappa = (29/3)^3.
constexpr float deltaF = 6.0f / 29.0f;
constexpr float epsilonY = 216.0f / 24389.0f;
constexpr float linearSlope = 841.0f / 108.0f; // 7.787
constexpr float linearOffset = 4.0f / 29.0f;

// Linear sRGB <-> XYZ relative to D65 white (IEC 61966-2-1 primaries); every row adds up to 1.
struct Matrix
{
    double m[3][3];
};

constexpr Matrix relativeToWhite()
{
    const Matrix xyz{{{0.4124564, 0.3575761, 0.1804375},
                      {0.2126729, 0.7151522, 0.0721750},
                      {0.0193339, 0.1191920, 0.9503041}}};
    Matrix out{};
    for (int row = 0; row < 3; ++row)
        for (int col = 0; col < 3; ++col)
            out.m[row][col] = xyz.m[row][col] / (xyz.m[row][0] + xyz.m[row][1] + xyz.m[row][2]);
    return out;
}

constexpr Matrix inverted(const Matrix& a)
{
    Matrix out{};
    double determinant = 0;
    for (int row = 0; row < 3; ++row)
        for (int col = 0; col < 3; ++col) {
            const int r1 = (col + 1) % 3, r2 = (col + 2) % 3;
            const int c1 = (row + 1) % 3, c2 = (row + 2) % 3;
            out.m[row][col] = a.m[r1][c1] * a.m[r2][c2] - a.m[r1][c2] * a.m[r2][c1];
        }
    for (int k = 0; k < 3; ++k)
        determinant += a.m[0][k] * out.m[k][0];
    for (int row = 0; row < 3; ++row)
        for (int col = 0; col < 3; ++col)
            out.m[row][col] /= determinant;
    return out;
}

constexpr Matrix toXyz = relativeToWhite();
constexpr Matrix toRgb = inverted(toXyz);

#define AUTOCHROME_INLINE static inline __attribute__((always_inline))

AUTOCHROME_INLINE float inverseF(float f)
{
    const float cube = f * f * f;
    const float line = (f - linearOffset) * (1 / linearSlope);
    return f > deltaF ? cube : line;
}

// Cube root by two Halley steps from an exponent division; relative error about 1e-7.
AUTOCHROME_INLINE float forwardF(float t)
{
    const float x = t > epsilonY ? t : epsilonY;
    union {
        float f;
        std::int32_t i;
    } bits{x};
    bits.i = bits.i / 3 + 709921077;
    float y = bits.f;
    for (int step = 0; step < 2; ++step) {
        const float cube = y * y * y;
        y *= (cube + 2 * x) / (2 * cube + x);
    }
    return t > epsilonY ? y : linearSlope * t + linearOffset;
}

AUTOCHROME_INLINE float least(float a, float b)
{
    return a < b ? a : b;
}

AUTOCHROME_INLINE float greatest(float a, float b)
{
    return a > b ? a : b;
}

AUTOCHROME_INLINE float red(float x, float y, float z)
{
    return float(toRgb.m[0][0]) * x + float(toRgb.m[0][1]) * y + float(toRgb.m[0][2]) * z;
}

AUTOCHROME_INLINE float green(float x, float y, float z)
{
    return float(toRgb.m[1][0]) * x + float(toRgb.m[1][1]) * y + float(toRgb.m[1][2]) * z;
}

AUTOCHROME_INLINE float blue(float x, float y, float z)
{
    return float(toRgb.m[2][0]) * x + float(toRgb.m[2][1]) * y + float(toRgb.m[2][2]) * z;
}

// How far inside [0, 1] the channel lies that is nearest to leaving it; negative outside.
AUTOCHROME_INLINE float margin(float r, float g, float b)
{
    return least(least(least(r, g), b), 1 - greatest(greatest(r, g), b));
}

// sRGB's transfer function. The power 1/2.4 is a minimax polynomial (Remez): in the fourth root of
// the linear value, good to 0.1 of a 16-bit code; in the square root, good to 0.04 of an 8-bit
// code.
template <class Code>
AUTOCHROME_INLINE float encoded(float linear)
{
    const float x = least(greatest(linear, 0.0f), 1.0f);
    float p = 0;
    if constexpr (sizeof(Code) == 1) {
        const float u = __builtin_sqrtf(x);
        p = -0.947671543f;
        p = p * u + 3.4186871f;
        p = p * u - 5.00316832f;
        p = p * u + 3.89844127f;
        p = p * u - 1.89947641f;
        p = p * u + 1.57527086f;
        p = p * u - 0.0422319496f;
    } else {
        const float u = __builtin_sqrtf(__builtin_sqrtf(x));
        p = 0.0682079792f;
        p = p * u - 0.318415992f;
        p = p * u + 0.65718829f;
        p = p * u - 0.852957453f;
        p = p * u + 1.36592105f;
        p = p * u + 0.139604136f;
        p = p * u - 0.0595466087f;
    }
    return x > 0.0031308f ? p : 12.92f * x;
}

struct Buffers
{
    alignas(64) float fy[N];
    alignas(64) float fx[N]; // of the source's own colour, if it is kept
    alignas(64) float fz[N];
    alignas(64) float r[N];
    alignas(64) float g[N];
    alignas(64) float b[N];
    alignas(64) float dx[N]; // chroma: fx - fy and fz - fy of the result
    alignas(64) float dz[N];
    alignas(64) std::int32_t outside[N];
};

template <class Code>
AUTOCHROME_INLINE void loadGrey(const KernelJob& job, Buffers& w)
{
    const Code* __restrict source = static_cast<const Code*>(job.source);
    const float* __restrict table = job.table;
    const int count = job.count;
    alignas(64) Code codes[N] = {};
    for (int i = 0; i < count; ++i)
        codes[i] = source[i];
    for (int i = 0; i < N; ++i)
        w.fy[i] = table[codes[i]];
}

template <class Code, int channels>
AUTOCHROME_INLINE void linearise(const Code* __restrict source, const float* __restrict table,
                                 int count, Buffers& w)
{
    // Bytes may alias anything: with copies on the stack the compiler knows better.
    alignas(64) Code r[N] = {}, g[N] = {}, b[N] = {};
    for (int i = 0; i < count; ++i) {
        r[i] = source[i * channels];
        g[i] = source[i * channels + 1];
        b[i] = source[i * channels + 2];
    }
    for (int i = 0; i < N; ++i) {
        w.r[i] = table[r[i]];
        w.g[i] = table[g[i]];
        w.b[i] = table[b[i]];
    }
}

template <class Code>
AUTOCHROME_INLINE void loadRgb(const KernelJob& job, Buffers& w)
{
    const Code* source = static_cast<const Code*>(job.source);
    if (job.channels == 4)
        linearise<Code, 4>(source, job.table, job.count, w);
    else
        linearise<Code, 3>(source, job.table, job.count, w);
    for (int i = 0; i < N; ++i)
        w.fy[i] = forwardF(float(toXyz.m[1][0]) * w.r[i] + float(toXyz.m[1][1]) * w.g[i] +
                           float(toXyz.m[1][2]) * w.b[i]);
    if (!job.keepTint)
        return;
    for (int i = 0; i < N; ++i) {
        w.fx[i] = forwardF(float(toXyz.m[0][0]) * w.r[i] + float(toXyz.m[0][1]) * w.g[i] +
                           float(toXyz.m[0][2]) * w.b[i]);
        w.fz[i] = forwardF(float(toXyz.m[2][0]) * w.r[i] + float(toXyz.m[2][1]) * w.g[i] +
                           float(toXyz.m[2][2]) * w.b[i]);
    }
}

AUTOCHROME_INLINE void layChroma(const KernelJob& job, Buffers& w)
{
    const float t = job.weightBelow;
    for (int i = 0; i < N; ++i) {
        const float p0 = job.above[0][i] + t * (job.below[0][i] - job.above[0][i]);
        const float p1 = job.above[1][i] + t * (job.below[1][i] - job.above[1][i]);
        w.dx[i] = p0 * w.fy[i] + p1;
    }
    for (int i = 0; i < N; ++i) {
        const float p2 = job.above[2][i] + t * (job.below[2][i] - job.above[2][i]);
        const float p3 = job.above[3][i] + t * (job.below[3][i] - job.above[3][i]);
        w.dz[i] = p2 * w.fy[i] + p3;
    }
    if (!job.keepTint || job.channels == 1)
        return;
    for (int i = 0; i < N; ++i) {
        w.dx[i] += w.fx[i] - w.fy[i];
        w.dz[i] += w.fz[i] - w.fy[i];
    }
}

// Returns how many pixels do not fit; their places are in w.outside.
AUTOCHROME_INLINE int toLinear(Buffers& w)
{
    // A hair of tolerance: white itself is off by a rounding.
    constexpr float tolerance = -1e-6f;
    alignas(64) float margins[N];
    std::int32_t any = 0;
    for (int i = 0; i < N; ++i) {
        const float y = inverseF(w.fy[i]);
        const float x = inverseF(w.fy[i] + w.dx[i]);
        const float z = inverseF(w.fy[i] + w.dz[i]);
        w.r[i] = red(x, y, z);
        w.g[i] = green(x, y, z);
        w.b[i] = blue(x, y, z);
        margins[i] = margin(w.r[i], w.g[i], w.b[i]);
        any |= margins[i] < tolerance ? 1 : 0;
    }
    if (any == 0)
        return 0;
    int count = 0;
    for (int i = 0; i < N; ++i) {
        w.outside[count] = i;
        count += margins[i] < tolerance;
    }
    return count;
}

// For the pixels that do not fit: the largest factor on their chroma that does, along the straight
// line to neutral in a*b* (constant hue, constant L*), by a guarded false-position search
// ("Illinois"). `low` always fits, so the answer does.
AUTOCHROME_INLINE void shrinkChroma(int count, Buffers& w)
{
    alignas(64) float fy[N], dx[N], dz[N], y[N], low[N], high[N], atLow[N], atHigh[N];
    const int padded = (count + 15) / 16 * 16; // whole vectors: no tail
    for (int k = count; k < padded; ++k)
        w.outside[k] = w.outside[0];
    for (int k = 0; k < padded; ++k) {
        const int i = w.outside[k];
        fy[k] = w.fy[i];
        dx[k] = w.dx[i];
        dz[k] = w.dz[i];
        atHigh[k] = margin(w.r[i], w.g[i], w.b[i]);
    }
    for (int k = 0; k < padded; ++k) {
        y[k] = inverseF(fy[k]);
        low[k] = 0;
        high[k] = 1;
        atLow[k] = greatest(least(y[k], 1 - y[k]), 0.0f);
    }
    for (int step = 0; step < 10; ++step) {
        for (int k = 0; k < padded; ++k) {
            // Aims a little to the inner side, so that a straight margin is hit from within.
            const float share = 0.9995f * atLow[k] / (atLow[k] - atHigh[k] + 1e-30f);
            const float s = low[k] + (high[k] - low[k]) * share;
            const float x = inverseF(fy[k] + s * dx[k]);
            const float z = inverseF(fy[k] + s * dz[k]);
            const float m = margin(red(x, y[k], z), green(x, y[k], z), blue(x, y[k], z));
            const bool fits = m >= 0;
            low[k] = fits ? s : low[k];
            high[k] = fits ? high[k] : s;
            const float halvedLow = 0.5f * atLow[k];
            const float halvedHigh = 0.5f * atHigh[k];
            atLow[k] = fits ? m : halvedLow;
            atHigh[k] = fits ? halvedHigh : m;
        }
    }
    for (int k = 0; k < padded; ++k) {
        const float x = inverseF(fy[k] + low[k] * dx[k]);
        const float z = inverseF(fy[k] + low[k] * dz[k]);
        dx[k] = red(x, y[k], z);
        dz[k] = green(x, y[k], z);
        fy[k] = blue(x, y[k], z);
    }
    for (int k = 0; k < count; ++k) {
        const int i = w.outside[k];
        w.r[i] = dx[k];
        w.g[i] = dz[k];
        w.b[i] = fy[k];
    }
}

template <class Code>
AUTOCHROME_INLINE void store(const KernelJob& job, Buffers& w)
{
    constexpr float scale = sizeof(Code) == 1 ? 255.0f : 65535.0f;
    alignas(64) Code r[N], g[N], b[N];
    for (int i = 0; i < N; ++i) {
        r[i] = Code(std::int32_t(encoded<Code>(w.r[i]) * scale + 0.5f));
        g[i] = Code(std::int32_t(encoded<Code>(w.g[i]) * scale + 0.5f));
        b[i] = Code(std::int32_t(encoded<Code>(w.b[i]) * scale + 0.5f));
    }
    Code* __restrict result = static_cast<Code*>(job.result);
    const Code* __restrict source = static_cast<const Code*>(job.source);
    const int count = job.count;
    if (job.channels == 4) {
        for (int i = 0; i < count; ++i) {
            result[4 * i] = r[i];
            result[4 * i + 1] = g[i];
            result[4 * i + 2] = b[i];
            result[4 * i + 3] = source[4 * i + 3];
        }
    } else {
        for (int i = 0; i < count; ++i) {
            result[3 * i] = r[i];
            result[3 * i + 1] = g[i];
            result[3 * i + 2] = b[i];
        }
    }
}

} // namespace

void colouriseBlock(const KernelJob& job);

void colouriseBlock(const KernelJob& job)
{
    Buffers w;
    switch (job.kind) {
    case PixelKind::Grey8:
        loadGrey<std::uint8_t>(job, w);
        break;
    case PixelKind::Grey16:
        loadGrey<std::uint16_t>(job, w);
        break;
    case PixelKind::Rgb8:
        loadRgb<std::uint8_t>(job, w);
        break;
    case PixelKind::Rgb16:
        loadRgb<std::uint16_t>(job, w);
        break;
    }
    layChroma(job, w);
    if (const int count = toLinear(w))
        shrinkChroma(count, w);
    if (job.kind == PixelKind::Grey8 || job.kind == PixelKind::Rgb8)
        store<std::uint8_t>(job, w);
    else
        store<std::uint16_t>(job, w);
}

#undef AUTOCHROME_INLINE

} // namespace autochrome::inline edit::AUTOCHROME_KERNEL_NAMESPACE
