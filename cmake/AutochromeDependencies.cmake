# Every dependency comes from Debian 12; each line says what it is for.

# LibTorch: the network and its training. 1.13 (Debian) or 2.x (by CMAKE_PREFIX_PATH).
find_package(Torch REQUIRED)
# Torch's targets carry its headers as ordinary includes; as system ones their warnings stay theirs.
add_library(autochrome_torch INTERFACE)
target_link_libraries(autochrome_torch INTERFACE ${TORCH_LIBRARIES})
target_include_directories(autochrome_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
# Its flags choose how std::string is laid out, so they are everybody's.
separate_arguments(_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(autochrome_flags INTERFACE ${_torch_flags})

# Gloo (libgloo-dev): headers that LibTorch's c10d needs for training in several processes; the
# library itself is LibTorch's. NCCL's do the same between GPUs. Without them training has one.
find_path(GLOO_INCLUDE_DIR gloo/algorithm.h)
if(TORCH_CUDA_LIBRARIES)
  find_path(NCCL_INCLUDE_DIR nccl.h)
endif()

# tl::expected (libexpected-dev): errors as values until C++23's std::expected.
find_package(tl-expected REQUIRED)
# nlohmann::json (nlohmann-json3-dev): model headers, recipes, --json.
find_package(nlohmann_json REQUIRED)
# Threads: worker pools and prefetching.
find_package(Threads REQUIRED)
# OpenSSL's libcrypto (libssl-dev): SHA-256 of sources, results and weights.
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# CLI11: sub-commands, help and checks of the command line.
find_package(CLI11 REQUIRED)

if(NOT AUTOCHROME_NETWORK_ONLY)
  # OpenCV: pixel arrays, resampling; its quality module (contrib) for SSIM.
  find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs quality)
  # pkg-config finds the libraries below, which ship no CMake packages on Debian 12.
  find_package(PkgConfig REQUIRED)
  # Exiv2: Exif, IPTC and XMP.
  pkg_check_modules(EXIV2 REQUIRED IMPORTED_TARGET exiv2)
  # lcms2: ICC profiles, scanner LUT profiles included.
  pkg_check_modules(LCMS2 REQUIRED IMPORTED_TARGET lcms2)
  # libjpeg-turbo, libpng, libtiff, libwebp: reading and writing with depth, ICC and metadata kept,
  # which imread and QImage drop.
  find_package(JPEG REQUIRED)
  find_package(PNG REQUIRED)
  find_package(ZLIB REQUIRED)
  find_package(TIFF REQUIRED)
  pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp libwebpmux libwebpdemux)
  # SQLiteCpp (libsqlitecpp-dev): the batch queue's journal, C++ over SQLite.
  find_package(SQLiteCpp REQUIRED)
  if(AUTOCHROME_UI)
    # Qt 6: the window; D-Bus tells the desktop of the queue's progress and end.
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Concurrent DBus Svg LinguistTools)
    if(AUTOCHROME_TRAINING)
      # Charts draws a training's curves; it is GPL-3.0 only, which this project's licence allows.
      find_package(Qt6 6.4 REQUIRED COMPONENTS Charts)
    endif()
  endif()
  if(AUTOCHROME_TESTS)
    # Qt Test: every test.
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
  endif()
  if(AUTOCHROME_BENCHMARKS)
    # Google Benchmark: tests/bench.
    find_package(benchmark REQUIRED)
  endif()
endif()
