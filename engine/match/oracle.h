// The exhaustive ranking: every document scored, the best kept. Slow, obvious, and what every
// faster way must equal.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace overstap::match {

struct Ranked {
  size_t index = 0;  // of the document
  double score = 0;  // 0..1

  friend bool operator==(const Ranked&, const Ranked&) = default;
};

// What is left out of an answer, apart from what does not pass.
struct Cut {
  double least = 0;                         // what scores less
  const std::vector<bool>* gone = nullptr;  // by index, documents that are true; null: none

  bool IsGone(size_t index) const { return gone != nullptr && (*gone)[index]; }
};

// The best `limit` of `count` documents by `score(index)`, best first; a document without a score
// is left out, and so is one with score 0. Equal scores are in order of index.
std::vector<Ranked> RankAll(size_t count, size_t limit,
                            const std::function<std::optional<double>(size_t)>& score);

}  // namespace overstap::match
