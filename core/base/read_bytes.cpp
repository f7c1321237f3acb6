#include "core/base/read_bytes.h"

#include <cerrno>
#include <unistd.h>

namespace autochrome::inline base {

std::size_t readBytes(int descriptor, std::uint64_t offset, void* to, std::size_t count) noexcept
{
    std::size_t done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(descriptor, static_cast<char*>(to) + done, count - done, off_t(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += std::size_t(got);
    }
    return done;
}

} // namespace autochrome::inline base
