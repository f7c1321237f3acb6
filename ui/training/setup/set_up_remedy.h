#pragma once

namespace autochrome {

class OrderForm;
struct SetUpProblem;

/// Does what a problem offers to do about itself.
void applyRemedy(const SetUpProblem& problem, OrderForm* form);

} // namespace autochrome
