#pragma once

#include <filesystem>

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

} // namespace autochrome
