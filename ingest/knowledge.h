// Word lists, a dictionary and rankings for understanding text.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "taxonomy/text/knowledge.h"

namespace overstap::ingest {

// Where Debian and Ubuntu put the FreeDict Dutch-English dictionary (dict-freedict-nld-eng).
inline constexpr std::string_view kDictionaryPath = "/usr/share/dictd/freedict-nld-eng";

struct KnowledgeTexts {
  std::span<const std::string_view> lexicons;  // taxonomy/words/lexicon.h
  std::string_view occupation_ranking;         // taxonomy/text/ranking.h
  std::string_view skill_ranking;
  std::string dictionary;  // path without ".index" and ".dict.dz"; empty: none
};

// kInvalidArgument with "source:line: what" when a text cannot be read. A dictionary that is not
// there is no error: it is then empty.
absl::StatusOr<std::shared_ptr<const text::Knowledge>> ReadKnowledge(const KnowledgeTexts& texts);

// A dictionary in the format of dictd: PATH.index and PATH.dict.dz. kNotFound when either is not
// there, kInvalidArgument when it is damaged or larger than kMostDictionaryBytes.
absl::StatusOr<std::vector<words::DictionaryEntry>> ReadDictionary(const std::string& path);

inline constexpr size_t kMostDictionaryBytes = size_t{64} << 20;

}  // namespace overstap::ingest
