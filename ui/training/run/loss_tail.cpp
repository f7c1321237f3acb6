#include "ui/training/run/loss_tail.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autochrome {
namespace {

constexpr std::size_t knownBytes = 160; // two rows or so
constexpr std::size_t blockBytes = 1 << 20;

/// Closes itself.
struct Descriptor
{
    int number;
    explicit Descriptor(int number) : number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

/// As much of [from, from + size) as the file has.
std::string bytesAt(int descriptor, std::uint64_t from, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count =
            ::pread(descriptor, bytes.data() + done, size - done, off_t(from + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += std::size_t(count);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace

LossTail::News LossTail::restart()
{
    const bool wasAny = offset_ > 0;
    offset_ = 0;
    last_.clear();
    return {.isReset = wasAny};
}

LossTail::News LossTail::read()
{
    const Descriptor file(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts = {};
    if (file.number < 0 || ::fstat(file.number, &facts) != 0 || !S_ISREG(facts.st_mode))
        return restart();
    News news;
    const bool isSame = device_ == facts.st_dev && inode_ == facts.st_ino &&
                        offset_ <= std::uint64_t(facts.st_size) &&
                        bytesAt(file.number, offset_ - last_.size(), last_.size()) == last_;
    if (!isSame)
        news = restart();
    device_ = facts.st_dev;
    inode_ = facts.st_ino;

    for (std::string block;;) {
        block = bytesAt(file.number, offset_, blockBytes);
        const std::size_t whole = block.rfind('\n') + 1; // 0 if there is none
        std::string_view rest(block.data(), whole);
        if (offset_ == 0 && whole > 0 && !isLossTableHeader(*takeTableLine(rest)))
            return news;
        while (const auto line = takeTableLine(rest))
            if (const auto row = lossTableRow(*line))
                news.rows.push_back(*row);
        if (whole == 0)
            return news;
        offset_ += whole;
        last_ = block.substr(whole - std::min(whole, knownBytes), std::min(whole, knownBytes));
        if (block.size() < blockBytes)
            return news;
    }
}

} // namespace autochrome
