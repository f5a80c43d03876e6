# Most of the time to compile a file goes into reading headers of libraries. Those that many files include are
# read once, in a few sets; a file still includes what it uses, and a build with
# -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON reads nothing beforehand. Own headers are in no set, generated ones
# apart: a change of one would compile everything anew.

# overstap_header_set(NAME HEADERS <a> <b> ... DEPENDS lib ...)
function(overstap_header_set name)
  cmake_parse_arguments(ARG "" "" "HEADERS;DEPENDS" ${ARGN})
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cc")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Compiled for its precompiled headers.\n")
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE overstap_flags ${ARG_DEPENDS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(OVERSTAP_STANDARD_HEADERS
  <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <limits> <map> <memory> <numeric> <optional>
  <set> <span> <string> <string_view> <tuple> <utility> <vector>
  <absl/container/flat_hash_map.h> <absl/status/status.h> <absl/status/statusor.h> <absl/strings/str_cat.h>
  <absl/time/civil_time.h>)
set(OVERSTAP_STANDARD_LIBRARIES absl::flat_hash_map absl::status absl::statusor absl::strings absl::time)

overstap_header_set(overstap_standard_headers
  HEADERS ${OVERSTAP_STANDARD_HEADERS}
  DEPENDS ${OVERSTAP_STANDARD_LIBRARIES})
overstap_header_set(overstap_json_headers
  HEADERS ${OVERSTAP_STANDARD_HEADERS} <nlohmann/json.hpp>
  DEPENDS ${OVERSTAP_STANDARD_LIBRARIES} nlohmann_json::nlohmann_json)
overstap_header_set(overstap_command_headers
  HEADERS ${OVERSTAP_STANDARD_HEADERS} <iostream> <nlohmann/json.hpp> <CLI/CLI.hpp>
  DEPENDS ${OVERSTAP_STANDARD_LIBRARIES} nlohmann_json::nlohmann_json CLI11::CLI11)
set(OVERSTAP_RPC_HEADERS
  <grpcpp/grpcpp.h> <overstap/v1/data_service.grpc.pb.h> <overstap/v1/matching_service.grpc.pb.h>
  <overstap/v1/region_service.grpc.pb.h> <overstap/v1/taxonomy_service.grpc.pb.h>
  <overstap/v1/transition_service.grpc.pb.h>)
overstap_header_set(overstap_rpc_headers
  HEADERS ${OVERSTAP_STANDARD_HEADERS} <nlohmann/json.hpp> ${OVERSTAP_RPC_HEADERS}
  DEPENDS ${OVERSTAP_STANDARD_LIBRARIES} nlohmann_json::nlohmann_json overstap_v1_proto)
