# cmake -DCOMPILER=... -DROOT=... -DSOURCE=... -P check_snippet.cmake: see CMakeLists.txt here.
cmake_minimum_required(VERSION 3.25)

file(STRINGS "${SOURCE}" first_line LIMIT_COUNT 1)
set(ENV{LC_ALL} C)
execute_process(
  COMMAND "${COMPILER}" -std=c++20 -fsyntax-only "-I${ROOT}" "${SOURCE}"
  RESULT_VARIABLE result
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output)

if(first_line STREQUAL "// compiles")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "The control does not compile:\n${output}")
  endif()
elseif(first_line MATCHES "^// error: (.+)$")
  set(expected "${CMAKE_MATCH_1}")
  if(result EQUAL 0)
    message(FATAL_ERROR "${SOURCE} compiles, and must not.")
  endif()
  if(NOT output MATCHES "${expected}")
    message(FATAL_ERROR "${SOURCE} fails for another reason than '${expected}':\n${output}")
  endif()
else()
  message(FATAL_ERROR "${SOURCE} must begin with '// compiles' or '// error: <regular expression>'.")
endif()
