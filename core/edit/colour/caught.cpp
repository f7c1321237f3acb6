#include "core/edit/colour/caught.h"

#include "core/base/progress.h"
#include "core/base/text.h"

#include <new>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

Error caughtError(const Message& message)
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
        return {ErrorCode::Internal, message, error.what()};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, message, error.what()};
    } catch (...) {
        return {ErrorCode::Internal, message, "unknown exception"};
    }
}

} // namespace autochrome::inline edit
