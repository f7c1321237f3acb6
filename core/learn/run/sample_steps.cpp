#include "core/learn/run/sample_steps.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace autochrome::inline learn {

namespace fs = std::filesystem;

std::vector<std::int64_t> sampleStepsIn(const fs::path& folder)
{
    std::vector<std::int64_t> steps;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::int64_t step = 0;
        const auto [rest, wrong] = std::from_chars(name.data(), name.data() + name.size(), step);
        if (wrong == std::errc() && rest == name.data() + name.size())
            steps.push_back(step);
    }
    std::sort(steps.begin(), steps.end());
    return steps;
}

} // namespace autochrome::inline learn
