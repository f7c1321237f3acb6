#pragma once

#include <string>
#include <vector>

namespace autochrome::inline edit {

/// The devices that a batch uses together: every GPU, or the CPU where there is none ("cuda:0",
/// "cuda:1"; "cpu").
std::vector<std::string> networkDevices();

} // namespace autochrome::inline edit
