# Debian 12 and Ubuntu 24.04 packages; tools/packages.txt names them.
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Protobuf REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(gRPC CONFIG REQUIRED)
pkg_check_modules(ROCKSDB REQUIRED IMPORTED_TARGET rocksdb)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET serd-0)
find_package(ZLIB REQUIRED)
find_package(Boost 1.74 REQUIRED)  # headers only: Graph, Asio, Beast
# Debian's libstemmer has no pkg-config file.
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(Stemmer::stemmer UNKNOWN IMPORTED)
set_target_properties(Stemmer::stemmer PROPERTIES
  IMPORTED_LOCATION "${STEMMER_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${STEMMER_INCLUDE_DIR}")
if(OVERSTAP_BUILD_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
  # A peer to compare plans with. Debian's GLPK has no pkg-config file.
  find_path(GLPK_INCLUDE_DIR glpk.h REQUIRED)
  find_library(GLPK_LIBRARY glpk REQUIRED)
  add_library(Glpk::glpk UNKNOWN IMPORTED)
  set_target_properties(Glpk::glpk PROPERTIES
    IMPORTED_LOCATION "${GLPK_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${GLPK_INCLUDE_DIR}")
  # Peers to compare the index of vacancies with; without them it is not measured.
  pkg_check_modules(XAPIAN IMPORTED_TARGET xapian-core)
  pkg_check_modules(SQLITE3 IMPORTED_TARGET sqlite3)
endif()
