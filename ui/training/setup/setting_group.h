#pragma once

#include "core/base/parameter.h"

#include <vector>

namespace autochrome {

/// What stands in one section of the form of settings.
struct SettingGroup
{
    const char* id;    ///< under which it is remembered whether it is folded
    const char* title; ///< for wordsOf()
    std::vector<ParameterFacts> rows;
};

/// The key of the row that tells in which of its three units the length of a training is given.
constexpr auto lengthKey = "length";

/// All sections, their rows drawn from the tables of a training's settings and of what its machine
/// does.
std::vector<SettingGroup> settingGroups();

} // namespace autochrome
