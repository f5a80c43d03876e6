// How a command shows its answer.
#pragma once

#include <iostream>

#include "base/terminal_text.h"
#include "service/json/answers.h"
#include "tools/overstap/globals.h"

namespace overstap::cli {

// With --json what `json` gives, a line; else what `text` gives, as it may stand on a terminal. The
// other is not called.
template <class Json, class Text>
void Print(const Globals& globals, const Json& json, const Text& text) {
  if (globals.json) {
    std::cout << service::Dump(json()) << "\n";
  } else {
    std::cout << TerminalText(text());
  }
}

}  // namespace overstap::cli
