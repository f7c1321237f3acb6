#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace autochrome::inline network {

/// What a model's encoder sees in a colour picture, as one vector: for distances between sets of
/// pictures. The encoder began as ImageNet's, whose three input channels are red, green and blue.
/// LibTorch stays behind this header.
class ColourFeatures
{
public:
    static Result<std::shared_ptr<ColourFeatures>> load(const std::filesystem::path& model);
    ~ColourFeatures();

    static constexpr int side = 224; ///< pixels, both ways
    static constexpr int length = 320;

    /// @param rgb  side x side x 3, row-major, sRGB in [0, 1]
    /// @returns `length` means over the stride-32 map
    std::vector<float> of(const std::vector<float>& rgb) const;

private:
    struct Impl;
    explicit ColourFeatures(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline network
