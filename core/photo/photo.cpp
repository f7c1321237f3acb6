#include "core/photo/photo.h"

namespace autochrome::inline photo {

const char* formatName(FileFormat format)
{
    return factsOf(format).name;
}

const char* formatExtension(FileFormat format)
{
    return factsOf(format).extensions.front().data();
}

FileFormat losslessFormatFor(FileFormat source)
{
    return factsOf(source).result;
}

} // namespace autochrome::inline photo
