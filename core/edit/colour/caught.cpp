#include "core/edit/colour/caught.h"

#include "core/base/progress.h"
#include "core/base/text.h"

#include <new>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

Error caughtError(const std::string& userText)
{
    const auto noMemory = [](const char* detail) {
        return Error{ErrorCode::OutOfMemory, text("There is not enough memory for this photo."),
                     detail};
    };
    try {
        throw;
    } catch (const Cancelled&) {
        return {ErrorCode::Cancelled, text("Stopped."), {}};
    } catch (const std::bad_alloc& error) {
        return noMemory(error.what());
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            return noMemory(error.what());
        return {ErrorCode::Internal, userText, error.what()};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, userText, error.what()};
    } catch (...) {
        return {ErrorCode::Internal, userText, "unknown exception"};
    }
}

} // namespace autochrome::inline edit
