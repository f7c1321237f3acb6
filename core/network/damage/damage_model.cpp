#include "core/network/damage/damage_model.h"

#include "core/base/text.h"
#include "core/network/colour_model.h"
#include "core/network/damage/damage_model_io.h"
#include "core/network/damage/fused_damage_network.h"
#include "core/network/inference_failure.h"

#include <algorithm>
#include <mutex>

namespace autochrome::inline network {
namespace {

constexpr int multiple = DamageNetworkImpl::multiple;
constexpr int reach = DamageNetworkImpl::reach;
static_assert(reach % multiple == 0);

// A part of a picture's side with what is around it, both in pixels.
struct Stretch
{
    int from, to;       // that is wanted
    int seenFrom, seen; // that is looked at, and how much
};

std::vector<Stretch> stretchesOf(int side, int tileSide)
{
    std::vector<Stretch> stretches;
    for (int from = 0; from < side; from += tileSide) {
        const int to = std::min(side, from + tileSide);
        const int seenFrom = std::max(0, from - reach);
        stretches.push_back({from, to, seenFrom, std::min(side, to + reach) - seenFrom});
    }
    return stretches;
}

// The network wants whole multiples: the picture goes on as its last row and column.
torch::Tensor padded(const torch::Tensor& part)
{
    const auto missing = [](std::int64_t side) { return (multiple - side % multiple) % multiple; };
    return torch::replication_pad2d(part, {0, missing(part.size(3)), 0, missing(part.size(2))});
}

} // namespace

struct DamageModel::Impl
{
    FusedDamageNetwork network;
    DamageCard card;
    std::string device;
    std::mutex mutex; // libgomp and oneDNN gain nothing from two at once
};

DamageModel::DamageModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DamageModel::~DamageModel() = default;

Result<std::shared_ptr<DamageModel>> DamageModel::load(const std::filesystem::path& path)
{
    const std::string device = computeDevices().back().name;
    Result<LoadedDamageModel> loaded = loadDamageModel(path);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    auto impl = std::make_unique<Impl>();
    impl->network = FusedDamageNetwork(loaded->network);
    impl->card = std::move(loaded->card);
    impl->device = device;
    return std::shared_ptr<DamageModel>(new DamageModel(std::move(impl)));
}

Result<DamageProbabilities> DamageModel::look(const std::vector<float>& luminance, int rows,
                                              int cols, const Progress& progress, int tileSide)
{
    if (rows <= 0 || cols <= 0 || tileSide % multiple != 0 ||
        luminance.size() != std::size_t(rows) * std::size_t(cols))
        return failure(ErrorCode::Internal,
                       text("The network was given a picture of a wrong size."),
                       std::to_string(cols) + " x " + std::to_string(rows));
    const std::lock_guard lock(impl_->mutex);
    try {
        const c10::InferenceMode inference; // thread-local, so it is set where the work is
        const torch::Tensor picture = torch::from_blob(const_cast<float*>(luminance.data()),
                                                       {1, 1, rows, cols}, torch::kFloat);
        DamageProbabilities probabilities;
        for (auto& kind : probabilities)
            kind.resize(luminance.size());
        int done = 0;
        for (const Stretch& down : stretchesOf(rows, tileSide)) {
            for (const Stretch& across : stretchesOf(cols, tileSide)) {
                if (progress.isCancelled())
                    return failure(ErrorCode::Cancelled, text("Cancelled."));
                const torch::Tensor part =
                    picture.slice(2, down.seenFrom, down.seenFrom + down.seen)
                        .slice(3, across.seenFrom, across.seenFrom + across.seen);
                const torch::Tensor said =
                    torch::sigmoid(impl_->network.forward(padded(part)))[0]
                        .slice(1, down.from - down.seenFrom, down.to - down.seenFrom)
                        .slice(2, across.from - across.seenFrom, across.to - across.seenFrom)
                        .mul(255)
                        .round()
                        .to(torch::kByte)
                        .contiguous();
                const int width = across.to - across.from;
                for (int kind = 0; kind < damageKinds; ++kind) {
                    const std::uint8_t* from = said[kind].data_ptr<std::uint8_t>();
                    std::uint8_t* to = probabilities[std::size_t(kind)].data();
                    for (int y = down.from; y < down.to; ++y, from += width)
                        std::copy_n(from, width, to + std::ptrdiff_t(y) * cols + across.from);
                }
            }
            done = down.to;
            progress.report(double(done) / rows, text("Looking for damage"));
        }
        return probabilities;
    } catch (const c10::Error& e) {
        return inferenceFailure(e.what_without_backtrace(), impl_->device);
    } catch (const std::bad_alloc&) {
        return inferenceFailure("out of memory", impl_->device);
    } catch (const std::exception& e) {
        return inferenceFailure(e.what(), impl_->device);
    }
}

const DamageCard& DamageModel::card() const
{
    return impl_->card;
}

} // namespace autochrome::inline network
