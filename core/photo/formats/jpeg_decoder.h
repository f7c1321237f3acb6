#pragma once

#include "core/photo/formats/format_reader.h"

#include <cstdint>
#include <memory>
#include <vector>

struct jpeg_decompress_struct;

namespace autochrome::inline photo {

/// libjpeg-turbo at work on one file, with its failures as ours: each step throws ReadFailure for
/// what went wrong in it, Cancelled if it was stopped. The steps come in this order.
class JpegDecoder
{
public:
    /// Reads the header. The context must outlive it.
    explicit JpegDecoder(ReadContext& context);
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    /// What the header says, and how start() is to decode it.
    jpeg_decompress_struct& info();

    /// The colour profile; of one with parts missing, what there is of it.
    std::vector<std::uint8_t> profile();

    void start();
    /// Reads `count` rows of `stride` bytes each to `to`, or throws them all into one row of
    /// stride 0.
    void readRows(std::uint8_t* to, std::size_t stride, int count);
    void finish();

private:
    struct State;
    struct Destroyer
    {
        void operator()(State* state) const;
    };
    void check(bool done) const;

    ReadContext& context_;
    std::unique_ptr<State, Destroyer> state_;
};

} // namespace autochrome::inline photo
