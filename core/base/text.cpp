#include "core/base/text.h"

#include <atomic>

namespace autochrome::inline base {

namespace {

std::atomic<Translator> installedTranslator{nullptr};

/// The form of an English "one|many" that goes with a count.
std::string englishForm(const std::string& oneAndMany, std::int64_t count)
{
    const std::size_t border = oneAndMany.find('|');
    if (border == std::string::npos)
        return oneAndMany;
    return count == 1 ? oneAndMany.substr(0, border) : oneAndMany.substr(border + 1);
}

std::string patternOf(const Message& message)
{
    const std::optional<std::int64_t>& count = message.count();
    if (const Translator translator = installedTranslator) {
        std::string translated = translator(message.key().c_str(), count.value_or(-1));
        if (!translated.empty())
            return translated;
    }
    return count ? englishForm(message.key(), *count) : message.key();
}

} // namespace

void setTranslator(Translator translator)
{
    installedTranslator = translator;
}

Message text(const char* sourceText, std::initializer_list<Message> arguments)
{
    return {sourceText, arguments, std::nullopt};
}

Message counted(const char* oneAndMany, std::int64_t count,
                std::initializer_list<Message> arguments)
{
    return {oneAndMany, arguments, count};
}

std::string inWords(const Message& message)
{
    if (message.isVerbatim() || message.isEmpty())
        return message.key();
    const std::string pattern = patternOf(message);
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char next = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        const std::size_t index = next >= '1' && next <= '9' ? std::size_t(next - '1') : 9;
        if (index < message.arguments().size()) {
            result += inWords(message.arguments()[index]);
            ++i;
        } else if (next == 'n' && message.count()) {
            result += std::to_string(*message.count());
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

std::vector<std::string> inWords(const std::vector<Message>& messages)
{
    std::vector<std::string> words;
    words.reserve(messages.size());
    for (const Message& message : messages)
        words.push_back(inWords(message));
    return words;
}

} // namespace autochrome::inline base
