# What every target of this project shares, in one place.

add_library(autochrome_flags INTERFACE)
target_compile_options(autochrome_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${AUTOCHROME_WERROR}>:-Werror>)
target_include_directories(autochrome_flags INTERFACE ${PROJECT_SOURCE_DIR})
# The version appears in the program, the metadata it writes and the packages.
target_compile_definitions(autochrome_flags INTERFACE
  AUTOCHROME_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Without it ccache cannot tell what a precompiled header stands for, and caches nothing.
  target_compile_options(autochrome_flags INTERFACE -fpch-preprocess)
endif()
# The programs are linked with the fastest linker there is, unless one was chosen.
if(NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld=")
  include(CheckLinkerFlag)
  foreach(linker mold lld)
    check_linker_flag(CXX -fuse-ld=${linker} AUTOCHROME_LINKS_WITH_${linker})
    if(AUTOCHROME_LINKS_WITH_${linker})
      target_link_options(autochrome_flags INTERFACE -fuse-ld=${linker})
      break()
    endif()
  endforeach()
endif()
if(AUTOCHROME_SANITIZE)
  list(JOIN AUTOCHROME_SANITIZE "," _sanitizers)
  target_compile_options(autochrome_flags INTERFACE
    -fsanitize=${_sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(autochrome_flags INTERFACE -fsanitize=${_sanitizers})
endif()

# autochrome_library(colour SOURCES a.cpp … PUBLIC lib … PRIVATE lib …) makes the static library
# autochrome_colour, known as autochrome::colour. The folder's AUTOCHROME_HEADERS, large headers of
# other libraries that nearly every file there needs, are parsed once for it.
function(autochrome_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  add_library(autochrome_${name} STATIC ${arg_SOURCES})
  add_library(autochrome::${name} ALIAS autochrome_${name})
  set_target_properties(autochrome_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(autochrome_${name}
    PUBLIC autochrome_flags ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(AUTOCHROME_HEADERS)
    target_precompile_headers(autochrome_${name} PRIVATE ${AUTOCHROME_HEADERS})
  endif()
endfunction()
