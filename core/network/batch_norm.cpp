#include "core/network/batch_norm.h"

namespace autochrome::inline network {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

constexpr double momentum = 0.1;
constexpr double epsilon = 1e-5;

torch::Tensor perChannel(const torch::Tensor& values)
{
    return values.view({1, -1, 1, 1});
}

/// y = (x - mean) * inverseStd * weight + bias, where mean and inverseStd are of the batch of all
/// processes. Backward needs two more sums over it (Ioffe & Szegedy 2015, section 3).
class SharedNormalisation : public torch::autograd::Function<SharedNormalisation>
{
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& weight, const torch::Tensor& bias,
                                 const torch::Tensor& mean, const torch::Tensor& inverseStd,
                                 double count, const BatchShare* share)
    {
        context->save_for_backward({x, weight, mean, inverseStd});
        context->saved_data["count"] = count;
        context->saved_data["share"] = reinterpret_cast<std::int64_t>(share);
        const torch::Tensor scale = weight * inverseStd;
        return (x.to(torch::kFloat32) * perChannel(scale) + perChannel(bias - mean * scale))
            .to(x.scalar_type());
    }

    static tensor_list backward(AutogradContext* context, tensor_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const torch::Tensor& weight = saved[1];
        const torch::Tensor& inverseStd = saved[3];
        const double count = context->saved_data["count"].toDouble();
        const auto* share =
            reinterpret_cast<const BatchShare*>(context->saved_data["share"].toInt());
        const torch::Tensor gradient = gradients[0].to(torch::kFloat32);
        const torch::Tensor normalised =
            (saved[0].to(torch::kFloat32) - perChannel(saved[2])) * perChannel(inverseStd);
        const torch::Tensor ofBias = gradient.sum({0, 2, 3});
        const torch::Tensor ofWeight = (gradient * normalised).sum({0, 2, 3});
        torch::Tensor sums = torch::stack({ofBias, ofWeight});
        share->sum(sums);
        const torch::Tensor ofX =
            (gradient - perChannel(sums[0] / count) - normalised * perChannel(sums[1] / count)) *
            perChannel(weight * inverseStd);
        return {ofX.to(saved[0].scalar_type()),
                ofWeight,
                ofBias,
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor(),
                torch::Tensor()};
    }
};

} // namespace

BatchNormImpl::BatchNormImpl(std::int64_t channels)
    : weight_(register_parameter("weight", torch::ones({channels}))),
      bias_(register_parameter("bias", torch::zeros({channels}))),
      runningMean_(register_buffer("running_mean", torch::zeros({channels}))),
      runningVariance_(register_buffer("running_var", torch::ones({channels})))
{
}

torch::Tensor BatchNormImpl::forward(const torch::Tensor& x)
{
    if (is_training() && share_)
        return sharedForward(x);
    return torch::batch_norm(x, weight_, bias_, runningMean_, runningVariance_, is_training(),
                             momentum, epsilon, /*cudnn_enabled=*/true);
}

torch::Tensor BatchNormImpl::sharedForward(const torch::Tensor& x)
{
    torch::Tensor mean;
    torch::Tensor inverseStd;
    double count = 0;
    {
        const torch::NoGradGuard noGrad;
        const double own = double(x.size(0)) * double(x.size(2)) * double(x.size(3));
        const auto [variance, ownMean] =
            torch::var_mean(x.detach().to(torch::kFloat32), torch::IntArrayRef({0, 2, 3}), false);
        // Double precision, since the mean's square is taken from the mean of the squares.
        const torch::Tensor first = ownMean.to(torch::kFloat64) * own;
        const torch::Tensor second =
            (variance.to(torch::kFloat64) + ownMean.to(torch::kFloat64).square()) * own;
        torch::Tensor sums = torch::cat({first, second, torch::full({1}, own, first.options())});
        share_->sum(sums);
        const auto channels = first.size(0);
        count = sums[2 * channels].item<double>();
        const torch::Tensor wholeMean = sums.slice(0, 0, channels) / count;
        const torch::Tensor wholeVariance =
            (sums.slice(0, channels, 2 * channels) / count - wholeMean.square()).clamp_min(0);
        mean = wholeMean.to(torch::kFloat32);
        inverseStd = (wholeVariance + epsilon).rsqrt().to(torch::kFloat32);
        runningMean_.lerp_(mean, momentum);
        runningVariance_.lerp_(
            (wholeVariance * (count / std::max(1.0, count - 1))).to(torch::kFloat32), momentum);
    }
    return SharedNormalisation::apply(x, weight_, bias_, mean, inverseStd, count, share_.get());
}

void keepStatistics(torch::nn::Module& network)
{
    for (const auto& module : network.modules()) {
        if (auto* norm = dynamic_cast<BatchNormImpl*>(module.get()))
            norm->eval();
    }
}

} // namespace autochrome::inline network
