#include "core/queue/run/signal_stack.h"

#include <csignal>
#include <cstddef>
#include <sys/mman.h>

namespace autochrome::inline queue {
namespace {

constexpr std::size_t stackBytes = std::size_t(64) << 10;

} // namespace

SignalStack::SignalStack()
{
    void* memory =
        ::mmap(nullptr, stackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return;
    stack_t now = {};
    stack_t stack = {};
    stack.ss_sp = memory;
    stack.ss_size = stackBytes;
    // A sanitizer may have set one already.
    if (::sigaltstack(nullptr, &now) == 0 && (now.ss_flags & SS_DISABLE) != 0 &&
        ::sigaltstack(&stack, nullptr) == 0)
        memory_ = memory;
    else
        ::munmap(memory, stackBytes);
}

SignalStack::~SignalStack()
{
    if (!memory_)
        return;
    stack_t none = {};
    none.ss_flags = SS_DISABLE;
    ::sigaltstack(&none, nullptr);
    ::munmap(memory_, stackBytes);
}

} // namespace autochrome::inline queue
