# SPDX-License-Identifier: EUPL-1.2
# foyer_fuzzer(NAME SOURCES … LIBRARIES …): the fuzzer fuzz_<NAME>, which starts from the files in corpus/<NAME>.
# In preset fuzz it is a libFuzzer program. In preset asan it is the test "fuzz: NAME", short and always the same: the
# driver feeds it the corpus and a fixed number of mutations of it.
add_custom_target(fuzzers)
if(NOT FOYER_FUZZ)
  add_library(fuzz_driver OBJECT ${CMAKE_SOURCE_DIR}/tests/fuzz/driver.cpp)
  target_link_libraries(fuzz_driver PRIVATE foyer_settings)
endif()

function(foyer_fuzzer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  set(program fuzz_${name})
  add_executable(${program} ${ARG_SOURCES})
  target_link_libraries(${program} PRIVATE foyer_settings ${ARG_LIBRARIES})
  add_dependencies(fuzzers ${program})
  if(FOYER_FUZZ)
    target_link_options(${program} PRIVATE -fsanitize=fuzzer)
    return()
  endif()
  target_link_libraries(${program} PRIVATE fuzz_driver)
  add_test(NAME "${FOYER_TEST_PREFIX}fuzz: ${name}"
           COMMAND ${program} ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
endfunction()
