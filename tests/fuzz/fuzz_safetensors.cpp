#include "core/network/safetensors.h"

#include <cstdlib>

/// Whatever the bytes, parse() either refuses them or hands out tensors that lie inside the buffer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file =
        autochrome::SafetensorsFile::parse(std::vector<std::uint8_t>(data, data + size), "fuzz");
    if (!file)
        return 0;
    unsigned sum = 0;
    for (const auto& [name, view] : file->tensors()) {
        std::uint64_t expected = autochrome::elementSize(view.type);
        for (const auto extent : view.shape)
            expected *= std::uint64_t(extent);
        if (expected != view.bytes.size())
            std::abort();
        for (const std::uint8_t byte : view.bytes)
            sum += byte;
    }
    static volatile unsigned sink;
    sink = sum;
    return 0;
}
