#include "tests/photo/guarded_picture.h"
#include "tests/photo/tiff_of_tags.h"

#include <cstdlib>

using namespace autochrome;

/// The bytes decide about tags and not about bytes: see tiffOfTags().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes file = tiffOfTags({data, size});
    MemorySource bytes(file);
    GuardedPicture picture(0x11);
    try {
        decodePhoto(bytes, "fuzz", picture, Progress());
        if (!picture.isComplete())
            std::abort();
    } catch (const ReadFailure&) {
    }
    if (picture.fault)
        std::abort();
    return 0;
}
