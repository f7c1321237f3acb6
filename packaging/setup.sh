#!/usr/bin/env bash
# Installs what is missing out of packaging/dependencies.txt, with apt.
#
# packaging/setup.sh [KIND...]     kinds: build run check develop (default: build run)
#
# Asks for nothing if everything is there. AUTOCHROME_NO_INSTALL=1 installs nothing and only tells.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kinds=("$@")
if [[ ${#kinds[@]} -eq 0 ]]; then
    kinds=(build run)
fi

wanted=()
while read -r package kind _; do
    if [[ -z $package || $package == \#* ]]; then
        continue
    fi
    for asked in "${kinds[@]}"; do
        if [[ $kind == "$asked" ]]; then
            wanted+=("$package")
        fi
    done
done <"$here/dependencies.txt"
if [[ ${#wanted[@]} -eq 0 ]]; then
    echo "setup.sh: no package is of the kind ${kinds[*]}" >&2
    exit 2
fi

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system; what is needed here goes by these names there:" >&2
    printf '  %s\n' "${wanted[@]}" >&2
    exit 0 # the build says what it does not find
fi

missing=()
for package in "${wanted[@]}"; do
    if ! dpkg-query --show --showformat '${db:Status-Status}\n' "$package" 2>/dev/null |
        grep --quiet --line-regexp installed; then
        missing+=("$package")
    fi
done
if [[ ${#missing[@]} -eq 0 ]]; then
    exit 0
fi

install=(apt-get install --yes --no-install-recommends)
if [[ -n ${AUTOCHROME_NO_INSTALL:-} ]]; then
    echo "Missing: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and only root can install them:" >&2
        echo "  ${install[*]} ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
as_root+=(env DEBIAN_FRONTEND=noninteractive)
# The lists of a fresh system are empty or old; a repository that does not answer is no reason to
# stop while the packages themselves can be had.
"${as_root[@]}" apt-get update --quiet >&2 ||
    echo "apt-get update complained; going on with the lists that are there." >&2
"${as_root[@]}" "${install[@]}" --quiet "${missing[@]}" >&2
