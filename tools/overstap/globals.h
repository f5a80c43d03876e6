// Options that every command has.
#pragma once

#include <string>
#include <vector>

namespace overstap::cli {

struct Globals {
  std::string store = "overstap-data";
  bool json = false;
  std::string today;     // "YYYY-MM-DD"; empty: the clock's
  std::string taxonomy;  // version or scheme to answer under; empty: the current one
  std::vector<std::string> languages = {"nl", "en"};
};

}  // namespace overstap::cli
