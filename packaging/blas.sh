#!/usr/bin/env bash
# To be sourced: makes sure that the programs started from here get a fast BLAS. libtorch-dev
# brings the reference BLAS along, which is 14 times slower than OpenBLAS. Debian prefers OpenBLAS
# by itself once it is installed, unless somebody fixed the alternative by hand; that choice is left
# alone and only passed by for our own programs.

prefer_openblas() {
    local name selected folder
    while read -r name _ selected; do
        case $name in
        libblas.so.3-* | liblapack.so.3-*) ;;
        *) continue ;;
        esac
        case $selected in
        */blas/libblas.so.3 | */lapack/liblapack.so.3) ;; # the reference implementation
        *) continue ;;
        esac
        folder=$(update-alternatives --list "$name" | grep --max-count 1 openblas) || continue
        folder=$(dirname "$folder")
        echo "$name is fixed to the slow reference library; using $folder for this run." >&2
        echo "To use it everywhere: update-alternatives --auto $name" >&2
        case :${LD_LIBRARY_PATH:-}: in
        *:"$folder":*) ;;
        *) export LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} ;;
        esac
    done < <(update-alternatives --get-selections 2>/dev/null || true)
}
