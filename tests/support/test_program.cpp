#include "tests/support/test_program.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome::tests {

namespace {

constexpr std::string_view prefix = "test_";

/// A function, as the classes enter themselves before main().
std::map<std::string, Entry::Main>& entries()
{
    static std::map<std::string, Entry::Main> all;
    return all;
}

int usage(const std::string& program)
{
    std::fprintf(stderr, "%s NAME [ARGUMENT OF QT TEST...]\n\nNAME is one of\n", program.c_str());
    for (const auto& [name, main] : entries())
        std::fprintf(stderr, "    %s\n", name.c_str());
    return 2;
}

/// Runs the class that the program's own name tells, as test_NAME does, or else the first argument.
int run(std::vector<char*> arguments)
{
    const std::filesystem::path program = arguments.front();
    std::string name = program.filename().string();
    if (name.starts_with(prefix)) {
        name.erase(0, prefix.size());
    } else if (arguments.size() > 1) {
        name = arguments[1];
        arguments.erase(arguments.begin() + 1);
    }
    const auto found = entries().find(name);
    if (found == entries().end())
        return usage(program.string());
    // The application takes its name from here, and temporary folders take theirs from it.
    std::string own = (program.parent_path() / std::string(prefix).append(name)).string();
    arguments.front() = own.data();
    const int count = int(arguments.size());
    arguments.push_back(nullptr);
    return found->second(count, arguments.data());
}

} // namespace

Entry::Entry(const char* name, Main main)
{
    entries().emplace(name, main);
}

} // namespace autochrome::tests

int main(int argc, char** argv)
{
    return autochrome::tests::run({argv, argv + argc});
}
