#include "core/photo/photo_id.h"

namespace autochrome::inline photo {
namespace {

std::string withPage(std::string text, const char* before, int page)
{
    return page == 0 || text.empty() ? text : text + before + std::to_string(page);
}

} // namespace

std::string PhotoId::name() const
{
    return withPage(path.filename().native(), "#", page);
}

std::string PhotoId::place() const
{
    return withPage(path.native(), "#", page);
}

std::string PhotoId::stem() const
{
    return withPage(path.stem().native(), "_p", page);
}

std::string fingerprint(const std::string& fileSha256, int page)
{
    return withPage(fileSha256, "#", page);
}

} // namespace autochrome::inline photo
