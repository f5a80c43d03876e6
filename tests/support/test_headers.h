#ifndef OVERSTAP_TESTS_SUPPORT_TEST_HEADERS_H_
#define OVERSTAP_TESTS_SUPPORT_TEST_HEADERS_H_

// What nearly every test includes, read by the compiler once for all of them instead of once for
// each. A test still includes what it uses: a build with -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
// reads nothing beforehand.
#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#endif  // OVERSTAP_TESTS_SUPPORT_TEST_HEADERS_H_
