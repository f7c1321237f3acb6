#pragma once

#include <filesystem>
#include <string>

namespace autochrome {

/// What a test's model says.
enum class TestModel {
    Coloured, ///< random weights, strong colours that vary over the picture
    Neutral,  ///< grey everywhere
    Sepia,    ///< the same faint brown everywhere
    NotFinite ///< NaN everywhere
};

/// Writes a model file with random weights (always the same ones) named "test-model" into `folder`
/// and returns its path. Throws std::runtime_error if it cannot.
std::filesystem::path makeTestModel(const std::filesystem::path& folder,
                                    TestModel kind = TestModel::Coloured);

/// Writes an encoder with random weights under torchvision's names, those of its classifier too,
/// and returns its path. Throws std::runtime_error if it cannot.
/// @param name  of the file, without its extension
/// @param seed  another one gives other weights
std::filesystem::path makeTestEncoder(const std::filesystem::path& folder,
                                      const std::string& name = "efficientnet_b0", int seed = 3);

} // namespace autochrome
