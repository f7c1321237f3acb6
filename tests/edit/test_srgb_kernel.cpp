#include "core/edit/colour/srgb_kernel.h"

#include "core/colour/lab.h"

#include <QtTest/QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

using namespace autochrome;

namespace {

// The colour that the kernel is asked for, by the plain formulas.
Lab wanted(const LinearRgb& source, bool keep, float dx, float dz)
{
    Lab lab = toLab(source);
    if (!keep)
        lab.a = lab.b = 0;
    return {lab.L, lab.a + 500 * dx, lab.b - 200 * dz};
}

bool fits(const LinearRgb& rgb)
{
    return std::min({rgb.r, rgb.g, rgb.b}) >= 0 && std::max({rgb.r, rgb.g, rgb.b}) <= 1;
}

// Greatest distance between codes and a colour that fits, as a share of full scale.
double codeError(const std::array<int, 3>& codes, const LinearRgb& rgb, double full)
{
    return std::max({std::fabs(codes[0] / full - linearToSrgb(rgb.r)),
                     std::fabs(codes[1] / full - linearToSrgb(rgb.g)),
                     std::fabs(codes[2] / full - linearToSrgb(rgb.b))});
}

} // namespace

class TestSrgbKernel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheFormulas_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("keep");
        KernelFunction kernels[3] = {};
        const int count = srgbKernels(kernels);
        for (int which = 0; which < count; ++which)
            for (const auto& [kind, channels] : {std::pair{PixelKind::Grey8, 1},
                                                 {PixelKind::Grey16, 1},
                                                 {PixelKind::Rgb8, 3},
                                                 {PixelKind::Rgb8, 4},
                                                 {PixelKind::Rgb16, 3},
                                                 {PixelKind::Rgb16, 4}})
                for (const bool keep : {false, true})
                    QTest::addRow("kernel %d, kind %d, %d channels, %s", which, int(kind), channels,
                                  keep ? "keep" : "drop")
                        << which << int(kind) << channels << keep;
    }

    void agreesWithTheFormulas()
    {
        QFETCH(int, which);
        QFETCH(int, kind);
        QFETCH(int, channels);
        QFETCH(bool, keep);
        KernelFunction kernels[3] = {};
        srgbKernels(kernels);
        const bool byte = PixelKind(kind) == PixelKind::Grey8 || PixelKind(kind) == PixelKind::Rgb8;
        const int codes = byte ? 256 : 65536;
        const double full = codes - 1;
        std::vector<float> table(static_cast<std::size_t>(codes));
        for (int code = 0; code < codes; ++code) {
            const float linear = srgbToLinear(float(code / full));
            table[std::size_t(code)] = channels == 1 ? (lightness(linear) + 16) / 116 : linear;
        }

        std::mt19937 random(99);
        std::uniform_int_distribution<int> anyCode(0, codes - 1);
        std::uniform_real_distribution<float> slope(-0.2f, 0.2f);
        const int resultChannels = channels == 4 ? 4 : 3;
        double worstCode = 0, worstLightness = 0, worstHue = 0, worstGap = 0;
        int fitted = 0, shrunk = 0;
        for (int run = 0; run < 200; ++run) {
            const int count = 1 + run * 37 % kernelBlock;
            std::vector<std::uint8_t> bytes(std::size_t(kernelBlock * channels));
            std::vector<std::uint16_t> words(bytes.size());
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                words[i] = std::uint16_t(anyCode(random));
                bytes[i] = std::uint8_t(words[i]);
            }
            // One more pixel than asked for, to see that it is left alone.
            std::vector<std::uint8_t> outBytes(std::size_t((count + 1) * resultChannels), 77);
            std::vector<std::uint16_t> outWords(outBytes.size(), 777);
            alignas(64) float planes[8][kernelBlock];
            KernelJob job;
            for (int k = 0; k < 8; ++k) {
                for (float& value : planes[k])
                    value = slope(random) * (run % 3 == 0 ? 0.1f : 1.0f);
                (k < 4 ? job.above[k] : job.below[k - 4]) = planes[k];
            }
            job.kind = PixelKind(kind);
            job.channels = channels;
            job.keepTint = keep;
            job.count = count;
            job.source = byte ? static_cast<void*>(bytes.data()) : words.data();
            job.result = byte ? static_cast<void*>(outBytes.data()) : outWords.data();
            job.table = table.data();
            job.weightBelow = 0.3f;
            kernels[which](job);

            const auto in = [&](int i) {
                return byte ? int(bytes[std::size_t(i)]) : int(words[std::size_t(i)]);
            };
            const auto out = [&](int i) {
                return byte ? int(outBytes[std::size_t(i)]) : int(outWords[std::size_t(i)]);
            };
            for (int i = 0; i < count; ++i) {
                LinearRgb source;
                const auto linear = [&](int c) {
                    return srgbToLinear(float(in(i * channels + c) / full));
                };
                source = channels == 1 ? LinearRgb{linear(0), linear(0), linear(0)}
                                       : LinearRgb{linear(0), linear(1), linear(2)};
                const float fy = (toLab(source).L + 16) / 116;
                const auto plane = [&](int k) {
                    return planes[k][i] + 0.3f * (planes[k + 4][i] - planes[k][i]);
                };
                const Lab want =
                    wanted(source, keep, plane(0) * fy + plane(1), plane(2) * fy + plane(3));
                const int at = i * resultChannels;
                const std::array<int, 3> codes{out(at), out(at + 1), out(at + 2)};
                if (fits(toLinearRgb(want))) {
                    ++fitted;
                    worstCode = std::max(worstCode, codeError(codes, toLinearRgb(want), full));
                } else {
                    // Same L*, same hue, and no further in than the border of the gamut.
                    ++shrunk;
                    const auto back = [&](int c) {
                        return srgbToLinear(float(codes[std::size_t(c)] / full));
                    };
                    const Lab got = toLab({back(0), back(1), back(2)});
                    worstLightness = std::max(worstLightness, std::fabs(double(got.L) - want.L));
                    const double chroma = std::hypot(want.a, want.b);
                    if (!byte)
                        worstHue =
                            std::max(worstHue, std::fabs(got.a * want.b - got.b * want.a) / chroma);
                    const auto [low, high] = std::minmax({codes[0], codes[1], codes[2]});
                    worstGap = std::max(worstGap, std::min(low, int(full) - high) / full);
                }
                if (channels == 4)
                    QCOMPARE(out(4 * i + 3), in(4 * i + 3));
            }
            for (int c = 0; c < resultChannels; ++c)
                QCOMPARE(out(count * resultChannels + c), byte ? 77 : 777);
        }
        QVERIFY(fitted > 500 && shrunk > 500);
        const auto note = [](double value) { return qPrintable(QString::number(value)); };
        QVERIFY2(worstCode <= (byte ? 0.55 / 255 : 1.5 / 65535), note(worstCode * full));
        QVERIFY2(worstLightness <= (byte ? 0.4 : 0.01), note(worstLightness));
        QVERIFY2(worstHue <= 0.3, note(worstHue));
        QVERIFY2(worstGap <= 0.02, note(worstGap * 255));
    }
};

QTEST_GUILESS_MAIN(TestSrgbKernel)
#include "test_srgb_kernel.moc"
