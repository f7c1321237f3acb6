#pragma once

#include <QtTest>

/// The test classes of a folder share a program, which is linked once for all of them. A class is
/// written as for any Qt Test, QTEST_MAIN and its sisters included: here they enter the class into
/// its program's table instead of making a program of it. CTest runs each in a process of its own.
/// autochrome_test() has every test include this.

namespace autochrome::tests {

/// A test class in the table of its program, by the name that CTest has for it.
class Entry
{
public:
    /// What main() of a program with this class alone would do.
    using Main = int (*)(int argc, char** argv);

    Entry(const char* name, Main main);
};

} // namespace autochrome::tests

// The name comes by the command line. Written out here it would be known to the precompiled
// header, which then fits no test.
#define AUTOCHROME_NAME_OF_TEST(part) AUTOCHROME_TEST_##part

#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                        \
    static const autochrome::tests::Entry testEntry(                                               \
        AUTOCHROME_NAME_OF_TEST(NAME), [](int argc, char** argv) -> int {                          \
            QTest::Internal::callInitMain<TestObject>();                                           \
            __VA_ARGS__                                                                            \
            TestObject test;                                                                       \
            QTEST_SET_MAIN_SOURCE_PATH                                                             \
            return QTest::qExec(&test, argc, argv);                                                \
        });
