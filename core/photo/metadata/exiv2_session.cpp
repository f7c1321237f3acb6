#include "core/photo/metadata/exiv2_session.h"

namespace autochrome::inline photo {
namespace {

std::mutex& exiv2Mutex()
{
    static std::mutex mutex;
    return mutex;
}

std::vector<Exiv2Session::Message>* listening = nullptr;

void onMessage(int level, const char* message)
{
    // A broken maker note can complain thousands of times.
    if (listening && listening->size() < 100)
        listening->push_back({level, message});
}

} // namespace

Exiv2Session::Exiv2Session() : lock_(exiv2Mutex())
{
    static const bool initialised = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::warn);
        Exiv2::LogMsg::setHandler(onMessage);
        const bool ready = Exiv2::XmpParser::initialize();
        Exiv2::XmpProperties::registerNs("https://autochrome.org/ns/1.0/", "autochrome");
        return ready;
    }();
    static_cast<void>(initialised);
    listening = &messages_;
}

Exiv2Session::~Exiv2Session()
{
    listening = nullptr;
}

} // namespace autochrome::inline photo
