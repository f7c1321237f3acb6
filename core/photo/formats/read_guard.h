#pragma once

#include "core/base/progress.h"
#include "core/base/text.h"
#include "core/photo/formats/read_failure.h"

#include <new>
#include <opencv2/core.hpp>
#include <string>

namespace autochrome::inline photo {

/// Runs `work`, which reads a photo, and turns whatever leaves it into an Error.
/// @param name  of the photo, for sentences
template <class T, class Work>
Result<T> guarded(const std::string& name, Work work)
{
    const auto noMemory = [&name](const char* what) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to open “%1”.", {name}), what);
    };
    try {
        return work();
    } catch (const ReadFailure& fail) {
        return tl::make_unexpected(fail.error());
    } catch (const Cancelled&) {
        return failure(ErrorCode::Cancelled, text("Reading “%1” was cancelled.", {name}));
    } catch (const std::bad_alloc& error) {
        return noMemory(error.what());
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            return noMemory(error.what());
        return failure(ErrorCode::Internal, text("“%1” could not be read.", {name}), error.what());
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, text("“%1” could not be read.", {name}), error.what());
    }
}

} // namespace autochrome::inline photo
