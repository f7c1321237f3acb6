// The netpbm formats: PBM, PGM, PPM and PAM, plain (P1 to P3) and raw (P4 to P7), 1 to 16 bits.
#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"

#include <bit>

namespace autochrome::inline photo {
namespace {

bool isSpace(int byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool isDigit(int byte)
{
    return byte >= '0' && byte <= '9';
}

/// The bytes of a file one after the other.
class Input
{
public:
    explicit Input(ReadContext& context) : context_(context), block_(1 << 16) {}

    /// The next byte, still to be taken; -1 at the end.
    int peek()
    {
        if (at_ == have_) {
            context_.progress.checkpoint();
            start_ += have_;
            have_ = context_.bytes.read(start_, block_.data(), block_.size());
            at_ = 0;
        }
        return have_ == 0 ? -1 : block_[at_];
    }
    int take()
    {
        const int byte = peek();
        at_ += byte < 0 ? 0 : 1;
        return byte;
    }
    std::uint64_t offset() const { return start_ + at_; }

    std::string line()
    {
        constexpr std::size_t longest = 1000;
        std::string text;
        for (int byte = take(); byte != '\n'; byte = take()) {
            if (byte < 0)
                context_.failTruncated("header");
            if (text.size() == longest)
                context_.failCorrupt("header");
            text += char(byte);
        }
        return text;
    }

    void skipSpace()
    {
        while (isSpace(peek()) || peek() == '#')
            if (take() == '#')
                line();
    }

    /// Grows no further than what no picture has.
    std::uint64_t number()
    {
        constexpr std::uint64_t most = 100'000'000'000;
        skipSpace();
        if (!isDigit(peek()))
            fail();
        std::uint64_t value = 0;
        while (isDigit(peek()))
            value = std::min(most, value * 10 + std::uint64_t(take() - '0'));
        return value;
    }

    /// A pixel of a plain bitmap: they need no space between them.
    unsigned bit()
    {
        skipSpace();
        const int byte = peek();
        if (byte != '0' && byte != '1')
            fail();
        return unsigned(take() - '0');
    }

private:
    [[noreturn]] void fail()
    {
        if (peek() < 0)
            context_.failTruncated();
        context_.failCorrupt("no number");
    }

    ReadContext& context_;
    std::vector<std::uint8_t> block_;
    std::uint64_t start_ = 0; ///< of the block
    std::size_t at_ = 0;
    std::size_t have_ = 0;
};

struct Header
{
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    unsigned channels = 1; ///< 1 to 4: grey, grey with alpha, RGB, RGB with alpha
    unsigned most = 1;     ///< the value of white
    bool plain = false;
    bool bitmap = false; ///< 1 is black, and raw rows have eight pixels a byte

    bool alpha() const { return channels % 2 == 0; }
    int type() const
    {
        return CV_MAKETYPE(most > 255 ? CV_16U : CV_8U, channels == 2 ? 4 : int(channels));
    }
    std::uint64_t rowBytes() const
    {
        return bitmap ? (width + 7) / 8 : width * channels * (most > 255 ? 2 : 1);
    }
    /// No file with fewer bytes holds the pixels.
    std::uint64_t leastBytes() const
    {
        const std::uint64_t samples = width * height * channels;
        return !plain ? rowBytes() * height : bitmap ? samples : 2 * samples - 1;
    }
};

/// The lines between "P7" and "ENDHDR".
void readPamLines(ReadContext& context, Input& input, Header& header)
{
    std::uint64_t channels = 0;
    std::uint64_t most = 0;
    input.line();
    for (std::string line = input.line(); line != "ENDHDR"; line = input.line()) {
        const std::size_t space = line.find_first_of(" \t");
        const std::string key = line.substr(0, space);
        std::uint64_t* field = key == "WIDTH"    ? &header.width
                               : key == "HEIGHT" ? &header.height
                               : key == "DEPTH"  ? &channels
                               : key == "MAXVAL" ? &most
                                                 : nullptr;
        if (!field) // a comment, or a word for what the depth says, too
            continue;
        const std::size_t digit = line.find_first_not_of(" \t", space);
        if (digit == std::string::npos || !isDigit(line[digit]))
            context.failCorrupt("header");
        *field = 0;
        for (std::size_t i = digit; i < std::min(line.size(), digit + 11) && isDigit(line[i]); ++i)
            *field = *field * 10 + std::uint64_t(line[i] - '0');
    }
    if (channels < 1 || channels > 4)
        context.failUnsupported(text("“%1” has %2 channels, which this program cannot read.",
                                     {context.name, std::to_string(channels)}));
    header.channels = unsigned(channels);
    header.most = unsigned(std::min<std::uint64_t>(most, 65536));
}

Header headerOf(ReadContext& context, Input& input)
{
    input.take(); // P
    const int kind = input.take() - '0';
    Header header;
    header.plain = kind <= 3;
    header.bitmap = kind == 1 || kind == 4;
    if (kind == 7) {
        readPamLines(context, input, header);
    } else {
        header.channels = kind % 3 == 0 ? 3 : 1;
        header.width = input.number();
        header.height = input.number();
        if (!header.bitmap)
            header.most = unsigned(std::min<std::uint64_t>(input.number(), 65536));
        if (!header.plain && !isSpace(input.take()))
            context.failTruncated("header");
    }
    if (header.most < 1 || header.most > 65535)
        context.failCorrupt("largest value");
    return header;
}

/// Before anything of the picture's size is made.
void requireContent(ReadContext& context, const PixelTarget& target, const Header& header,
                    std::uint64_t offset)
{
    context.requireRoom(target, header.width, header.height, header.type(), 1,
                        header.rowBytes() + header.width * header.channels * 2);
    if (header.leastBytes() > context.bytes.size() - offset)
        context.failTruncated("pixels");
}

PhotoHeader readPnmHeader(ReadContext& context)
{
    Input input(context);
    const Header header = headerOf(context, input);
    if (header.width > 0x7fffffff || header.height > 0x7fffffff)
        context.requireRoom(WholePicture(), header.width, header.height, header.type(), 1);
    return {FileFormat::Pnm, int(header.width), int(header.height), int(header.channels),
            int(std::bit_width(header.most))};
}

/// The samples of one row after the other, as the file has them.
class Rows
{
public:
    Rows(ReadContext& context, Input& input, const Header& header)
        : context_(context),
          input_(input),
          header_(header),
          offset_(input.offset()),
          samples_(header.width * header.channels),
          raw_(header.plain ? 0 : header.rowBytes())
    {
    }

    const std::vector<std::uint16_t>& next()
    {
        if (!header_.plain) {
            if (context_.bytes.read(offset_, raw_.data(), raw_.size()) != raw_.size())
                context_.failTruncated();
            offset_ += raw_.size();
        }
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            const std::uint64_t value = header_.plain ? plainSample() : rawSample(i);
            if (value > header_.most)
                context_.failCorrupt("a value above the largest");
            samples_[i] = std::uint16_t(header_.bitmap ? 1 - value : value);
        }
        return samples_;
    }

    /// Where the pixels of a raw file end.
    std::uint64_t end() const { return offset_; }

private:
    std::uint64_t plainSample() { return header_.bitmap ? input_.bit() : input_.number(); }
    std::uint64_t rawSample(std::size_t i) const
    {
        if (header_.bitmap)
            return raw_[i / 8] >> (7 - i % 8) & 1;
        return header_.most > 255 ? std::uint64_t(raw_[2 * i] << 8 | raw_[2 * i + 1]) : raw_[i];
    }

    ReadContext& context_;
    Input& input_;
    const Header& header_;
    std::uint64_t offset_;
    std::vector<std::uint16_t> samples_;
    std::vector<std::uint8_t> raw_;
};

/// From the file's own white to that of bytes or 16-bit numbers.
template <class T>
void putRow(const Header& header, const std::vector<std::uint16_t>& samples, T* to)
{
    constexpr std::uint64_t white = std::numeric_limits<T>::max();
    const auto scaled = [&](std::size_t i) {
        return T((samples[i] * white + header.most / 2) / header.most);
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        *to++ = scaled(i);
        if (header.channels == 2 && i % 2 == 0) { // grey with alpha becomes RGB with alpha
            *to++ = scaled(i);
            *to++ = scaled(i);
        }
    }
}

void readPnm(ReadContext& context, PixelTarget& target, Photo&)
{
    Input input(context);
    const Header header = headerOf(context, input);
    requireContent(context, target, header, input.offset());
    const int height = int(header.height);
    target.create(cv::Size(int(header.width), height), header.type());
    Rows rows(context, input, header);
    for (int y = 0; y < height; ++y) {
        const std::vector<std::uint16_t>& samples = rows.next();
        cv::Mat row = target.rows(y, 1);
        if (row.depth() == CV_16U)
            putRow(header, samples, row.ptr<std::uint16_t>(0));
        else
            putRow(header, samples, row.ptr<std::uint8_t>(0));
        target.done(y, 1);
        if (y % 64 == 0)
            context.reportRows(y, height);
    }
    std::uint8_t more[2] = {};
    if (!header.plain && context.bytes.read(rows.end(), more, 2) == 2 && more[0] == 'P' &&
        more[1] >= '4' && more[1] <= '7')
        context.warnings.push_back(
            text("“%1” holds several pictures; only the first one is used.", {context.name}));
}

/// A text may begin with "P1", too; what follows tells.
bool beginsAsPnm(std::span<const std::uint8_t> head)
{
    if (head[1] == '7')
        return head[2] == '\n';
    std::size_t at = 2;
    while (at < head.size() && isSpace(head[at]))
        ++at;
    const bool ends = at == head.size() || head[at] == 0; // a file that is all but empty
    return at > 2 && (ends || isDigit(head[at]) || head[at] == '#');
}

} // namespace

const FormatReader pnmReader = {readPnmHeader, readPnm, beginsAsPnm};

} // namespace autochrome::inline photo
