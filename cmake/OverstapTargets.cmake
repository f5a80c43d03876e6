# What every target of the project has in common.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
endif()

set(OVERSTAP_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")

# A warning that only a compiler has that CI does not run must not keep anybody from a first start.
set(OVERSTAP_WARNINGS_ARE_ERRORS "")
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
   (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15))
  set(OVERSTAP_WARNINGS_ARE_ERRORS -Werror)
endif()

add_library(overstap_flags INTERFACE)
target_include_directories(overstap_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(overstap_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wconversion
  -Wno-sign-conversion ${OVERSTAP_WARNINGS_ARE_ERRORS})
# A precompiled header serves only what is compiled with the same threads option; gRPC asks for it.
target_compile_options(overstap_flags INTERFACE -pthread)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Lets ccache keep what was compiled with precompiled headers.
  target_compile_options(overstap_flags INTERFACE -fpch-preprocess)
endif()
if(OVERSTAP_SANITIZE)
  # What a sanitizer adds to the code has GCC think of values that are not there as used.
  add_compile_options(-fsanitize=${OVERSTAP_SANITIZE} -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized$<SEMICOLON>-Wno-uninitialized>)
  add_link_options(-fsanitize=${OVERSTAP_SANITIZE})
endif()

# overstap_library(NAME SOURCES a.cc a.h ... DEPENDS base_lib ... [HEADERS SET]): one static library per folder.
# SET is one of OverstapHeaders.cmake; default: overstap_standard_headers.
function(overstap_library name)
  cmake_parse_arguments(ARG "" "HEADERS" "SOURCES;DEPENDS" HEADERS overstap_standard_headers ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_DEPENDS} PRIVATE overstap_flags)
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_precompile_headers(${name} REUSE_FROM ${ARG_HEADERS})
endfunction()

# overstap_program(NAME SOURCES main.cc ... DEPENDS lib ... [HEADERS SET]): an executable of its folder.
function(overstap_program name)
  cmake_parse_arguments(ARG "" "HEADERS" "SOURCES;DEPENDS" HEADERS overstap_standard_headers ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} overstap_flags)
  target_precompile_headers(${name} REUSE_FROM ${ARG_HEADERS})
endfunction()

# overstap_test_options(NAME): how the sources of tests are compiled: optimising code that runs once takes longer
# than running it.
function(overstap_test_options name)
  target_link_libraries(${name} PRIVATE overstap_flags GTest::gmock_main)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  # GCC 12 sees overlapping copies in std::string where there are none (GCC bug 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${name} PRIVATE -Wno-restrict)
  endif()
endfunction()

# overstap_test_program(NAME SOURCES ... DEPENDS ... [HEADERS SET]): a GoogleTest program that CTest does not know.
# SET is one of tests/support/CMakeLists.txt; default: overstap_test_headers.
function(overstap_test_program name)
  overstap_program(${name} HEADERS overstap_test_headers ${ARGN})
  overstap_test_options(${name})
endfunction()

# overstap_test(NAME ...): an overstap_test_program, each case of which CTest knows.
function(overstap_test name)
  overstap_test_program(${name} ${ARGN})
  target_compile_definitions(${name} PRIVATE OVERSTAP_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
