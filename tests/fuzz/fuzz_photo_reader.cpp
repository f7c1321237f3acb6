#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/recognition.h"

#include <cstdlib>

// AUTOCHROME_FUZZ_READER names the format's reader.

namespace {

using namespace autochrome;

/// Takes pixels like a real target, but no picture that would only cost time.
class SmallPicture : public PixelTarget
{
public:
    void create(cv::Size size, int type) override
    {
        if (std::int64_t(size.width) * size.height > (1 << 20))
            throw ReadFailure(ErrorCode::TooLarge, "too large for the fuzzer");
        pixels_.create(size, type);
    }
    cv::Mat rows(int first, int count) override
    {
        if (first < 0 || count < 1 || first + count > pixels_.rows)
            std::abort();
        return pixels_.rowRange(first, first + count);
    }
    void done(int first, int count) override
    {
        // Touch what was promised to be there.
        if (!(cv::norm(pixels_.rowRange(first, first + count), cv::NORM_L1) >= 0))
            std::abort();
    }
    bool wantsPixels() const override { return true; }

private:
    cv::Mat pixels_;
};

} // namespace

/// Whatever the bytes, a reader either refuses them or fills the picture it announced.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MemorySource bytes({data, size});
    const PhotoFormat* format = recognise(bytes).format;
    if (!format || format->reader != &AUTOCHROME_FUZZ_READER)
        return 0;
    try {
        std::vector<Message> warnings;
        const Progress progress;
        ReadContext context{bytes, "fuzz", progress, warnings};
        AUTOCHROME_FUZZ_READER.readHeader(context);
    } catch (const ReadFailure&) {
    }
    try {
        SmallPicture picture;
        decodePhoto(bytes, "fuzz", picture, Progress());
    } catch (const ReadFailure&) {
    }
    return 0;
}
