#include "core/photo/formats/bmp_runs.h"

#include <algorithm>

namespace autochrome::inline photo {

BmpRuns::BmpRuns(ReadContext& context, const BmpHeader& header)
    : context_(context),
      header_(header),
      block_(1 << 16),
      offset_(header.pixelOffset),
      row_(header.width)
{
}

const std::vector<std::uint8_t>& BmpRuns::next()
{
    std::fill(row_.begin(), row_.end(), std::uint8_t(0));
    if (ended_)
        return row_;
    if (skipped_ > 0) {
        --skipped_;
        if (skipped_ > 0)
            return row_;
    }
    while (!ended_ && skipped_ == 0)
        step();
    return row_;
}

unsigned BmpRuns::byte()
{
    if (at_ == have_) {
        context_.progress.checkpoint();
        have_ = context_.bytes.read(offset_, block_.data(), block_.size());
        offset_ += have_;
        at_ = 0;
        if (have_ == 0)
            context_.failTruncated();
    }
    return block_[at_++];
}

void BmpRuns::put(unsigned index)
{
    if (x_ < row_.size())
        row_[x_] = std::uint8_t(index);
    ++x_;
}

/// One element of the code: a run, some literals, or a move.
void BmpRuns::step()
{
    const bool nibbles = header_.compression == BmpHeader::Rle4;
    const unsigned count = byte();
    const unsigned value = byte();
    if (count > 0) {
        for (unsigned i = 0; i < count; ++i)
            put(!nibbles ? value : i % 2 ? value & 15 : value >> 4);
    } else if (value == 0) {
        x_ = 0;
        skipped_ = 1;
    } else if (value == 1) {
        ended_ = true;
    } else if (value == 2) {
        x_ += byte();
        skipped_ = byte();
    } else {
        putLiterals(value);
    }
}

void BmpRuns::putLiterals(unsigned count)
{
    const bool nibbles = header_.compression == BmpHeader::Rle4;
    const unsigned bytes = nibbles ? (count + 1) / 2 : count;
    for (unsigned i = 0; i < bytes; ++i) {
        const unsigned literal = byte();
        if (!nibbles) {
            put(literal);
        } else {
            put(literal >> 4);
            if (2 * i + 1 < count)
                put(literal & 15);
        }
    }
    if (bytes % 2)
        byte(); // padding
}

} // namespace autochrome::inline photo
