#pragma once

#include <exiv2/exiv2.hpp>
#include <mutex>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// The right to use Exiv2. Its XMP toolkit keeps global state even for reading, and its log handler
/// is global too, so one thread at a time holds a session. The first one initialises the toolkit.
class Exiv2Session
{
public:
    Exiv2Session();
    ~Exiv2Session();
    Exiv2Session(const Exiv2Session&) = delete;
    Exiv2Session& operator=(const Exiv2Session&) = delete;

    /// What Exiv2 said since the session began.
    struct Message
    {
        int level = 0; ///< Exiv2::LogMsg::Level
        std::string text;
    };
    const std::vector<Message>& messages() const { return messages_; }

private:
    std::unique_lock<std::mutex> lock_;
    std::vector<Message> messages_;
};

} // namespace autochrome::inline photo
