# overstap_embed(TARGET_SOURCES FUNCTION FILES...): writes a .cc in which FUNCTION() gives the text of
# each file, so that a program carries its data with it.
function(overstap_embed output function)
  set(body "")
  foreach(file ${ARGN})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    string(APPEND body "      Text(R\"embedded(${text})embedded\"),\n")
  endforeach()
  set(EMBED_FUNCTION ${function})
  set(EMBED_BODY "${body}")
  configure_file("${CMAKE_SOURCE_DIR}/cmake/embedded.cc.in" "${output}" @ONLY)
endfunction()
