#pragma once

#include "core/base/error.h"
#include "core/base/text.h"

#include <QtTest>

/// QVERIFY for a Result that has to hold a value: where it holds an error, the test's log tells
/// which one.
#define QVERIFY_RESULT(result)                                                                     \
    do {                                                                                           \
        const auto& verified = (result);                                                           \
        QVERIFY2(verified.has_value(),                                                             \
                 verified ? "" : autochrome::tests::whatFailed(verified.error()).c_str());         \
    } while (false)

namespace autochrome::tests {

/// The sentence for the person and the detail for the log.
inline std::string whatFailed(const Error& error)
{
    return inWords(error.message) + " (" + error.detail + ")";
}

} // namespace autochrome::tests
