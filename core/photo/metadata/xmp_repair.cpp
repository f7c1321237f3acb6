#include "core/photo/metadata/xmp_repair.h"

#include <set>
#include <string_view>
#include <vector>

namespace autochrome::inline photo {
namespace {

/// A tag from '<' to behind '>'.
struct Tag
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name; ///< empty: a comment, an instruction, a declaration
    bool closes = false;
    bool isEmpty = false; ///< <name/>
};

/// The tag at or behind `from`; false if there is none, or it does not end.
bool nextTag(std::string_view text, std::size_t from, Tag& tag)
{
    tag = {};
    tag.begin = text.find('<', from);
    if (tag.begin == std::string_view::npos)
        return false;
    const auto endsWith = [&](std::string_view end) {
        const std::size_t found = text.find(end, tag.begin);
        tag.end = found + end.size();
        return found != std::string_view::npos;
    };
    const std::string_view rest = text.substr(tag.begin);
    if (rest.starts_with("<!--"))
        return endsWith("-->");
    if (rest.starts_with("<![CDATA["))
        return endsWith("]]>");
    if (rest.starts_with("<?"))
        return endsWith("?>");
    if (rest.starts_with("<!"))
        return endsWith(">");
    char quote = 0;
    std::size_t at = tag.begin + 1;
    for (; at < text.size() && (quote != 0 || text[at] != '>'); ++at) {
        if (quote != 0)
            quote = text[at] == quote ? 0 : quote;
        else if (text[at] == '"' || text[at] == '\'')
            quote = text[at];
    }
    if (at == text.size())
        return false;
    tag.end = at + 1;
    tag.closes = text[tag.begin + 1] == '/';
    tag.isEmpty = text[at - 1] == '/';
    const std::size_t name = tag.begin + (tag.closes ? 2 : 1);
    tag.name = text.substr(name, text.find_first_of(" \t\r\n/>", name) - name);
    return true;
}

} // namespace

std::string withoutRepeats(const std::string& packet)
{
    const std::string_view text = packet;
    std::string kept;
    std::size_t copied = 0;           // up to here, of `text`
    std::size_t repeat = text.size(); // where one that goes began
    std::vector<std::string_view> open;
    std::set<std::string_view> seen;
    Tag tag;
    for (std::size_t at = 0; nextTag(text, at, tag); at = tag.end) {
        if (tag.name.empty())
            continue;
        if (tag.closes && open.empty())
            return packet; // not what it says it is
        if (tag.closes)
            open.pop_back();
        // Properties are what stands right in rdf:RDF's own descriptions.
        const std::size_t depth = open.size();
        const bool isProperty =
            depth >= 2 && open[depth - 1] == "rdf:Description" && open[depth - 2] == "rdf:RDF";
        if (!tag.closes && isProperty && !seen.insert(tag.name).second)
            repeat = tag.begin;
        if ((tag.closes || tag.isEmpty) && isProperty && repeat < text.size()) {
            kept += text.substr(copied, repeat - copied);
            copied = tag.end;
            repeat = text.size();
        }
        if (!tag.closes && !tag.isEmpty)
            open.push_back(tag.name);
    }
    return kept.append(text.substr(copied));
}

} // namespace autochrome::inline photo
