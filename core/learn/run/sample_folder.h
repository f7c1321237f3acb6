#pragma once

#include "core/learn/run/sample_writer.h"

#include <cstddef>
#include <filesystem>

namespace autochrome::inline learn {

/// Samples as JPEG files: <folder>/<step>/<i>.jpg, what the network makes of photo i at that step,
/// and once truth/<i>.jpg and grey/<i>.jpg. A step's folder appears whole or not at all.
class SampleFolder : public SampleWriter
{
public:
    /// @param mostSteps  kept; of more, those that stand closest together go
    explicit SampleFolder(std::filesystem::path folder, std::size_t mostSteps = 200);

    Result<void> begin(std::int64_t step) override;
    Result<void> write(std::int64_t step, const std::vector<SamplePrediction>& samples) override;

private:
    std::filesystem::path folder_;
    std::size_t mostSteps_;
};

} // namespace autochrome::inline learn
