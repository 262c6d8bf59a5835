# SPDX-License-Identifier: EUPL-1.2
# Where the libraries come from. All are Debian packages; `./dev setup` installs them. Dear ImGui (and on Debian 12
# Catch2) are unpacked into FOYER_DEPS from a later Debian release, see ARCHITECTURE.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

set(FOYER_DEPS ${CMAKE_SOURCE_DIR}/build/deps CACHE PATH "Root of the packages that ./dev setup unpacked")

foreach(module IN ITEMS sdl2 pangocairo pangoft2 cairo fontconfig librsvg-2.0 libseccomp sqlite3 libcurl libzstd
                     libcrypto libssl zlib libmicrohttpd avahi-client)
  string(REGEX REPLACE "[^a-z0-9]" "_" name ${module})
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${module})
endforeach()
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)

function(foyer_found_library target)
  cmake_parse_arguments(ARG "" "HEADER" "LIBRARY;SUFFIXES" ${ARGN})
  find_path(${target}_include ${ARG_HEADER} PATH_SUFFIXES ${ARG_SUFFIXES} REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${${target}_include})
  if(ARG_LIBRARY)
    find_library(${target}_library NAMES ${ARG_LIBRARY} REQUIRED)
    target_link_libraries(${target} INTERFACE ${${target}_library})
  endif()
endfunction()

foyer_found_library(found::hyphen HEADER hyphen.h LIBRARY hyphen)
foyer_found_library(found::stemmer HEADER libstemmer.h LIBRARY stemmer)
foyer_found_library(found::md4c HEADER md4c.h LIBRARY md4c)
foyer_found_library(found::tomlplusplus HEADER toml++/toml.h)
foyer_found_library(found::stb HEADER stb_image.h SUFFIXES stb)
foyer_found_library(found::qrcodegen HEADER qrcodegen.hpp LIBRARY qrcodegencpp SUFFIXES qrcodegencpp qrcodegen)

# The packaged static library also carries backends for windows systems we do not use; the linker leaves those out.
find_path(IMGUI_INCLUDE imgui.h PATHS ${FOYER_DEPS}/usr/include/imgui /usr/include/imgui NO_DEFAULT_PATH REQUIRED)
find_library(IMGUI_LIBRARY imgui PATHS ${FOYER_DEPS}/usr/lib /usr/lib
             PATH_SUFFIXES ${CMAKE_LIBRARY_ARCHITECTURE} NO_DEFAULT_PATH REQUIRED)
add_library(found::imgui INTERFACE IMPORTED GLOBAL)
target_include_directories(found::imgui SYSTEM INTERFACE ${IMGUI_INCLUDE} ${IMGUI_INCLUDE}/backends)
# Its font atlas is built by stb, linked in from the archive: two objects instead of one more library to load.
find_library(STB_LIBRARY NAMES libstb.a stb REQUIRED)
target_link_libraries(found::imgui INTERFACE ${IMGUI_LIBRARY} ${STB_LIBRARY})

if(FOYER_TESTS)
  find_package(Catch2 3 REQUIRED HINTS ${FOYER_DEPS}/usr)
endif()
