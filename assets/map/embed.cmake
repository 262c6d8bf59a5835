# SPDX-License-Identifier: EUPL-1.2
# The outlines of the map as a source file, so that the kiosk needs to read and check none.
set(outlines ${CMAKE_SOURCE_DIR}/assets/map/europe.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${outlines})
file(READ ${outlines} outlines)
foreach(part IN ITEMS points lines ways land germany)
  string(REGEX MATCH "\n${part}\n([-0-9,\n]*)" found "${outlines}")
  if(NOT found)
    message(FATAL_ERROR "assets/map/europe.txt has no list of ${part}")
  endif()
  set(${part} "${CMAKE_MATCH_1}")
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/assets/map/map_data.cpp.in ${CMAKE_BINARY_DIR}/map_data.cpp @ONLY)
