// Linked into a program, this shortens how long the OpenMP threads of LibTorch spin while they wait
// for work. GCC's OpenMP spins 300,000 times before a thread sleeps: the network, which is hundreds
// of short parallel loops, then runs several times slower wherever another program wants the cores
// too, and the photo's other stages find a core taken. 3,000 turns still bridge the gaps between
// two loops, so that an idle machine loses nothing.
//
// GCC's OpenMP reads its settings from the environment while it is loaded, long before main(), and
// has no call for this one. So the program starts itself again with the setting made; this function
// runs before the libraries' own start-up, which keeps the detour short: 0.15 s beside
// the 0.4 s that LibTorch takes to load. Whoever sets OMP_WAIT_POLICY or GOMP_SPINCOUNT is spared
// it.

#include <climits>
#include <cstring>
#include <initializer_list>
#include <unistd.h>

// The sanitizers' own start-up has not happened yet at this point either.
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

char spinCount[] = "GOMP_SPINCOUNT=3000";
constexpr int mostVariables = 4096;

bool decidesWaiting(const char* variable)
{
    for (const char* name : {"GOMP_SPINCOUNT=", "OMP_WAIT_POLICY="})
        if (std::strncmp(variable, name, std::strlen(name)) == 0)
            return true;
    return false;
}

void startAgainWithShortSpin(int, char** argv, char** environment)
{
    static char* extended[mostVariables + 2]; // no allocator yet
    int count = 0;
    for (; environment[count]; ++count) {
        if (count == mostVariables || decidesWaiting(environment[count]))
            return;
        extended[count] = environment[count];
    }
    extended[count] = spinCount;
    char program[PATH_MAX] = {};
    if (::readlink("/proc/self/exe", program, sizeof(program) - 1) > 0)
        ::execve(program, argv, extended); // returns only if it failed: then without
}

} // namespace

// The dynamic loader calls these before any library's constructors (System V ABI, "Initialization
// and Termination Functions").
[[gnu::section(".preinit_array"),
  gnu::used]] static void (*const beforeLibraries)(int, char**, char**) = startAgainWithShortSpin;

#endif
