#include "core/learn/loop/group_member.h"

#include "core/base/text.h"

#include <charconv>
#include <cstring>
#include <initializer_list>

namespace autochrome::inline learn {
namespace {

/// The first of the variables that is set, as a number; -1 if none is, -2 if it is no number.
int numberOf(const GroupMember::Lookup& variable, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const char* value = variable(name);
        if (!value || !*value)
            continue;
        int number = 0;
        const char* end = value + std::strlen(value);
        const auto [stop, error] = std::from_chars(value, end, number);
        return error == std::errc() && stop == end && number >= 0 ? number : -2;
    }
    return -1;
}

} // namespace

Result<std::optional<GroupMember>> GroupMember::fromEnvironment(const Lookup& variable)
{
    const char* address = variable("MASTER_ADDR");
    if (!address || !*address)
        return std::nullopt;
    GroupMember member;
    member.address = address;
    member.port = numberOf(variable, {"MASTER_PORT"});
    member.rank = numberOf(variable, {"RANK", "OMPI_COMM_WORLD_RANK", "PMI_RANK", "SLURM_PROCID"});
    member.size =
        numberOf(variable, {"WORLD_SIZE", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_NTASKS"});
    if (member.size == 1)
        return std::nullopt;
    member.localRank = std::max(0, numberOf(variable, {"LOCAL_RANK", "OMPI_COMM_WORLD_LOCAL_RANK",
                                                       "MPI_LOCALRANKID", "SLURM_LOCALID"}));
    const char* agent = variable("TORCHELASTIC_USE_AGENT_STORE");
    member.hasAgent = agent && std::strcmp(agent, "True") == 0;
    if (member.size < 1 || member.rank < 0 || member.rank >= member.size || member.port < 1 ||
        member.port > 65535)
        return failure(ErrorCode::Usage,
                       text("Training by several processes needs RANK, WORLD_SIZE, MASTER_ADDR and "
                            "MASTER_PORT; here they are incomplete or do not fit each other."),
                       "rank " + std::to_string(member.rank) + " of " +
                           std::to_string(member.size) + ", port " + std::to_string(member.port));
    return member;
}

} // namespace autochrome::inline learn
