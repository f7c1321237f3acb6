#pragma once

namespace CLI {
class App;
}

namespace autochrome::cli {

/// `survey`: what a collection of photos is worth for training, and its two sides as lists.
void addSurveyCommand(CLI::App& program, int& exitCode);

} // namespace autochrome::cli
