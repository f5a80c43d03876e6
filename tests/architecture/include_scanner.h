// Finds what a C++ file includes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overstap::architecture {

struct Include {
  std::string path;     // as written between the quotes or angle brackets
  bool angled = false;  // <path> and not "path"
  int line = 0;         // from 1

  friend bool operator==(const Include&, const Include&) = default;
};

// The #include directives of a translation unit's text, in order. What looks like one inside a
// comment, a string or a raw string is none. Conditional compilation is not evaluated: an include
// in a branch that is never compiled counts. Does not fail: text that is no C++ gives what is
// found.
std::vector<Include> ScanIncludes(std::string_view source);

}  // namespace overstap::architecture
