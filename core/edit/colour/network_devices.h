#pragma once

#include <string>
#include <vector>

namespace autochrome::inline edit {

/// The devices that a batch uses together: every GPU, or the CPU where there is none ("cuda:0",
/// "cuda:1"; "cpu").
/// @param wanted  "auto", or ids with commas between, which are taken as they are
std::vector<std::string> networkDevices(const std::string& wanted = "auto");

} // namespace autochrome::inline edit
