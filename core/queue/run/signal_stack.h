#pragma once

namespace autochrome::inline queue {

/// Room for a signal handler on the thread that makes it, so that even an overflow of the stack is
/// noted. For threads that decode what strangers wrote.
class SignalStack
{
public:
    SignalStack();
    ~SignalStack();
    SignalStack(const SignalStack&) = delete;
    SignalStack& operator=(const SignalStack&) = delete;

private:
    void* memory_ = nullptr;
};

} // namespace autochrome::inline queue
