#include "core/base/text.h"

#include <atomic>

namespace autochrome::inline base {

namespace {
std::atomic<Translator> installedTranslator{nullptr};
}

void setTranslator(Translator translator)
{
    installedTranslator = translator;
}

std::string text(const char* sourceText, std::initializer_list<std::string_view> arguments)
{
    const Translator translator = installedTranslator;
    const std::string pattern = translator ? translator(sourceText) : std::string(sourceText);
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isMarker = pattern[i] == '%' && i + 1 < pattern.size() &&
                              pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const std::size_t index = isMarker ? std::size_t(pattern[i + 1] - '1') : 0;
        if (isMarker && index < arguments.size()) {
            result += arguments.begin()[index];
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

} // namespace autochrome::inline base
