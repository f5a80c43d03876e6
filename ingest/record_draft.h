// A record as one of the readers of outside formats gives it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/personal_data.h"

namespace overstap::ingest {

struct DraftWarning {
  std::string code;  // "out_of_range", ...: stable, for programs
  std::string message;
};

template <class Record>
struct RecordDraft {
  Record record;
  // What else the record says in words: skills and titles without a URI, one a line. Read for
  // concepts together with the text of the record.
  std::string phrases = {};
  DroppedPersonalData dropped = {};
  std::vector<DraftWarning> warnings = {};

  void Warn(std::string code, std::string message) {
    warnings.push_back({std::move(code), std::move(message)});
  }
};

// A postcode as somebody wrote it ("8011 AB", "8011"): its four digits; empty when it is no Dutch
// postcode.
std::string FourDigits(std::string_view postcode);

// The name of a town as somebody wrote it, without what follows a comma; empty when there is none
// or it holds what no name of a town does (model::CheckTown).
std::string TownOf(std::string_view text);

// Hours a week into a record. What cannot be (over 80, or a least above the most) becomes unknown.
// Gives what to warn of, empty when all is well.
std::string SetHours(std::optional<int> least, std::optional<int> most,
                     std::optional<int>* hours_min, std::optional<int>* hours_max);

}  // namespace overstap::ingest
