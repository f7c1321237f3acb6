#include "core/learn/run/training_process.h"

#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_status.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

constexpr int niceness = 10;
constexpr auto longestLeaving = std::chrono::seconds(30);

/// What the new process says about itself: its number, then the error that kept it from starting.
struct Word
{
    pid_t process = 0;
    int error = 0;
};

void closeOnExec(int first)
{
#ifdef SYS_close_range
    constexpr unsigned int closeRangeCloexec = 4;
    if (::syscall(SYS_close_range, static_cast<unsigned int>(first), ~0U, closeRangeCloexec) == 0)
        return;
#endif
    const long most = ::sysconf(_SC_OPEN_MAX);
    for (int descriptor = first; descriptor < (most > 0 ? most : 1024); ++descriptor)
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// In the new process, which shares nothing with the threads it was forked from: system calls only.
[[noreturn]] void become(const char* program, char* const* arguments, int input, int log, int tell)
{
    ::setpriority(PRIO_PROCESS, 0, niceness);
    ::dup2(input, STDIN_FILENO);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    closeOnExec(STDERR_FILENO + 1);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD})
        ::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    Word word{::getpid(), 0};
    (void)!::write(tell, &word, sizeof word);
    ::execv(program, arguments);
    word.error = errno;
    (void)!::write(tell, &word, sizeof word);
    ::_exit(127);
}

/// A process between, which ends at once, leaves the new one to the system: the caller never has to
/// wait for it, and no signal for the caller's terminal reaches it.
pid_t forkAway(const char* program, char* const* arguments, int input, int log, int tell)
{
    const pid_t between = ::fork();
    if (between != 0)
        return between;
    ::setsid();
    const pid_t child = ::fork();
    if (child == 0)
        become(program, arguments, input, log, tell);
    if (child < 0) {
        const Word word{0, errno};
        (void)!::write(tell, &word, sizeof word);
    }
    ::_exit(0);
}

/// The last word of the new process.
Word heard(int from)
{
    Word last{0, ECHILD};
    Word word;
    ssize_t count = 0;
    while ((count = ::read(from, &word, sizeof word)) != 0) {
        if (count == ssize_t(sizeof word))
            last = word;
        else if (count > 0 || errno != EINTR)
            break;
    }
    return last;
}

/// Closes itself.
struct Descriptor
{
    int number = -1;
    explicit Descriptor(int number) : number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

tl::unexpected<Error> notStarted(int error)
{
    return failure(ErrorCode::Internal, text("The trainer could not be started."),
                   std::strerror(error));
}

/// A trainer that has said its last word still has its libraries to unload before the folder is
/// free: whoever pauses and goes on at once must not be told that a training runs.
bool isFreeSoon(const fs::path& folder)
{
    const auto end = std::chrono::steady_clock::now() + longestLeaving;
    while (isTraining(folder)) {
        const auto status = readTrainingStatus(folder);
        if (!status || status->isRunning() || std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

} // namespace

Result<fs::path> trainerProgram()
{
    const char* given = std::getenv("AUTOCHROME_CLI");
    std::error_code error;
    fs::path program = given && *given ? fs::path(given) : fs::path();
    if (program.empty())
        program = fs::read_symlink("/proc/self/exe", error).parent_path() / "autochrome-cli";
    if (::access(program.c_str(), X_OK) == 0 && fs::is_regular_file(program, error))
        return program;
    return failure(ErrorCode::NotFound,
                   text("The program that trains, “%1”, is not there.", {program.string()}));
}

Result<pid_t> startTrainer(const std::vector<std::string>& arguments, const fs::path& folder)
{
    const auto program = trainerProgram();
    if (!program)
        return tl::make_unexpected(program.error());
    // Refuses early; whoever is first takes the lock.
    if (!isFreeSoon(folder))
        return tl::make_unexpected(runsAlready(folder));
    std::error_code made;
    fs::create_directories(folder, made); // opening the log tells if this failed
    const fs::path logFile = RunFolder(folder).log();
    const Descriptor log(::open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (log.number < 0)
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {logFile.string()}),
                       std::strerror(errno));
    const Descriptor input(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return notStarted(errno);
    const Descriptor from(ends[0]);

    std::vector<std::string> words{program->string(), "train"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t between =
        forkAway(program->c_str(), pointers.data(), input.number, log.number, ends[1]);
    const int error = errno;
    ::close(ends[1]);
    if (between < 0)
        return notStarted(error);
    const Word word = heard(from.number);
    while (::waitpid(between, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (word.error != 0)
        return notStarted(word.error);
    return word.process;
}

bool isAlive(pid_t process)
{
    return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

} // namespace autochrome::inline learn
