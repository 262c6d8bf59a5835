# SPDX-License-Identifier: EUPL-1.2
# foyer_python_tests(LABEL FILES … ENVIRONMENT … [PYTHON program]): one ctest test for each function test_… of Python files in
# this folder, named "LABEL: the sentence that is its name". tests/support/run_one.py runs them.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

# Programs run under faketime, which the sanitizer's runtime would otherwise refuse to come after.
set(faketime_environment "")
if(FOYER_SANITIZE)
  set(faketime_environment ASAN_OPTIONS=verify_asan_link_order=0)
endif()

function(foyer_python_tests label)
  cmake_parse_arguments(ARG "" "PYTHON" "FILES;ENVIRONMENT" ${ARGN})
  if(NOT ARG_PYTHON)
    set(ARG_PYTHON ${Python3_EXECUTABLE})
  endif()
  set(environment PYTHONDONTWRITEBYTECODE=1 ${faketime_environment} ${ARG_ENVIRONMENT})
  foreach(file IN LISTS ARG_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(STRINGS ${file} functions REGEX "^def test_")
    foreach(line IN LISTS functions)
      string(REGEX MATCH "test_([A-Za-z0-9_]+)" matched "${line}")
      string(REPLACE "_" " " sentence "${CMAKE_MATCH_1}")
      set(full "${FOYER_TEST_PREFIX}${label}: ${sentence}")
      add_test(NAME "${full}" COMMAND ${ARG_PYTHON} ${CMAKE_SOURCE_DIR}/tests/support/run_one.py ${file} ${matched}
               WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
      set_tests_properties("${full}" PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77
                           ENVIRONMENT "${environment}")
    endforeach()
  endforeach()
endfunction()
