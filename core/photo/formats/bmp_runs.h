#pragma once

#include "core/photo/formats/bmp_header.h"

#include <cstdint>
#include <vector>

namespace autochrome::inline photo {

/// The rows of a run-length encoded picture, which come one after the other from the bottom up, so
/// that a small file never needs room for the large picture that it may claim to be.
class BmpRuns
{
public:
    /// Both must outlive it.
    BmpRuns(ReadContext& context, const BmpHeader& header);

    /// The palette indices of the next row; those that the code skips are 0. Throws ReadFailure
    /// where the code ends too early, and Cancelled.
    const std::vector<std::uint8_t>& next();

private:
    unsigned byte();
    void put(unsigned index);
    void step();
    void putLiterals(unsigned count);

    ReadContext& context_;
    const BmpHeader& header_;
    std::vector<std::uint8_t> block_;
    std::uint64_t offset_;
    std::size_t at_ = 0;
    std::size_t have_ = 0;
    std::vector<std::uint8_t> row_;
    std::uint64_t x_ = 0;
    unsigned skipped_ = 0; ///< rows that a move has passed over and that are not yet asked for
    bool ended_ = false;
};

} // namespace autochrome::inline photo
