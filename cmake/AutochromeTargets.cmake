# What every target of this project shares, in one place.

add_library(autochrome_flags INTERFACE)
target_compile_options(autochrome_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${AUTOCHROME_WERROR}>:-Werror>)
target_include_directories(autochrome_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Types in the unnamed namespace of a source that is read into another are no fault.
  target_compile_options(autochrome_flags INTERFACE -Wno-subobject-linkage)
endif()
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

# Large headers of other libraries that nearly every file of several targets needs.
# autochrome_headers(window HEADERS <QtWidgets> LIBRARIES Qt6::Widgets) parses them once, as
# autochrome_headers_window, for all that ask for that kind: what is parsed takes up to 700 MB on the
# disk. Their options for the compiler have to be alike.
# FOR_PROGRAMS: for what is not linked into a library.
function(autochrome_headers kind)
  cmake_parse_arguments(PARSE_ARGV 1 arg "FOR_PROGRAMS" "" "HEADERS;LIBRARIES")
  add_library(autochrome_headers_${kind} OBJECT ${PROJECT_SOURCE_DIR}/cmake/headers.cpp)
  target_link_libraries(autochrome_headers_${kind} PRIVATE autochrome_flags ${arg_LIBRARIES})
  target_precompile_headers(autochrome_headers_${kind} PRIVATE ${arg_HEADERS})
  set_target_properties(autochrome_headers_${kind} PROPERTIES AUTOMOC OFF)
  if(NOT arg_FOR_PROGRAMS)
    set_target_properties(autochrome_headers_${kind} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  endif()
endfunction()

# autochrome_library(colour SOURCES a.cpp … PUBLIC lib … PRIVATE lib … [HEADERS kind]) makes the
# static library autochrome_colour, known as autochrome::colour. Without HEADERS it takes the
# folder's AUTOCHROME_HEADERS, if there are any.
function(autochrome_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADERS" "SOURCES;PUBLIC;PRIVATE")
  add_library(autochrome_${name} STATIC ${arg_SOURCES})
  add_library(autochrome::${name} ALIAS autochrome_${name})
  set_target_properties(autochrome_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(autochrome_${name}
    PUBLIC autochrome_flags ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(NOT arg_HEADERS)
    set(arg_HEADERS ${AUTOCHROME_HEADERS})
  endif()
  if(arg_HEADERS)
    target_precompile_headers(autochrome_${name} REUSE_FROM autochrome_headers_${arg_HEADERS})
  endif()
endfunction()
