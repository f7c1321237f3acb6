#include "core/base/sha256.h"

#include "core/base/text.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <openssl/evp.h>
#include <vector>

namespace autochrome::inline base {

struct Sha256::Context
{
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256::Sha256() : context_(std::make_unique<Context>())
{
    EVP_DigestInit_ex(context_->evp, EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    add(bytes.data(), bytes.size());
}

void Sha256::add(const void* data, std::size_t size)
{
    EVP_DigestUpdate(context_->evp, data, size);
}

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_->evp, digest.data(), &size);
    static constexpr char digits[] = "0123456789abcdef";
    std::string result;
    for (unsigned int i = 0; i < size; ++i) {
        result += digits[digest[i] >> 4];
        result += digits[digest[i] & 15];
    }
    return result;
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, const Progress& progress)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        const ErrorCode code =
            std::filesystem::exists(path) ? ErrorCode::Unreadable : ErrorCode::NotFound;
        return failure(code, text("“%1” cannot be opened.", {path.string()}), std::strerror(errno));
    }
    Sha256 hash;
    std::vector<char> block(1 << 18);
    while (file.read(block.data(), std::streamsize(block.size())) || file.gcount() > 0) {
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
        hash.add(block.data(), std::size_t(file.gcount()));
    }
    if (file.bad())
        return failure(ErrorCode::Unreadable,
                       text("“%1” cannot be read to its end.", {path.string()}),
                       std::strerror(errno));
    return hash.hex();
}

} // namespace autochrome::inline base
