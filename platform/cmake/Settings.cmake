# SPDX-License-Identifier: EUPL-1.2
# How everything is compiled. Link `foyer_settings` PRIVATE: it is strict for us and adds nothing for those who link us.
option(FOYER_WERROR "Warnings are errors" OFF)
option(FOYER_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(FOYER_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
option(FOYER_TESTS "Build the tests" ON)
option(FOYER_BENCH "Build the programs that measure, if there are no tests" OFF)

# The build type of presets dev and asan: quick to compile, quick enough to run, asserts on. Release is CMake's own.
# With all of -g a file takes GCC half as long again; who steps through variables: CMAKE_CXX_FLAGS_DEV="-O1 -g".
foreach(language IN ITEMS C CXX)
  if(NOT CMAKE_${language}_FLAGS_DEV)
    set(CMAKE_${language}_FLAGS_DEV "-O1 -g1")
  endif()
endforeach()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(foyer_settings INTERFACE)
target_include_directories(foyer_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(foyer_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(FOYER_WERROR)
  target_compile_options(foyer_settings INTERFACE -Werror)
endif()
if(FOYER_SANITIZE)
  # With -O1 the sanitizers' checks take GCC three times as long to compile, and line numbers are all a report needs.
  target_compile_options(foyer_settings INTERFACE -Og)
  # Before UBSan looks at the type of an object it asks the kernel whether the memory is there, which locked children
  # may not.
  target_compile_options(foyer_settings INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr
                                                  -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(foyer_settings INTERFACE -fsanitize=address,undefined)
  target_sources(foyer_settings INTERFACE
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${CMAKE_CURRENT_LIST_DIR}/leaks_of_others.cpp>)
endif()
if(FOYER_FUZZ)
  target_compile_options(foyer_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# foyer_library(NAME sources…): a static library of one folder, named foyer_<folder>.
function(foyer_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PRIVATE foyer_settings)
endfunction()
