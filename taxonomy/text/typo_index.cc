#include "taxonomy/text/typo_index.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace overstap::text {
namespace {

constexpr size_t kFewStarts = 16;  // so few are compared one by one
constexpr size_t kMostDepth = TypoIndex::kLongestWord + TypoIndex::kMostChanges;

bool IsAscii(char letter) { return static_cast<uint8_t>(letter) < 0x80; }

// Rows of the table of distances between a text, a row for each letter, and a word, a column for
// each; only where no more than `most` letters are added or dropped.
class DistanceRows {
 public:
  DistanceRows(std::string_view word, int most) : word_(word), most_(static_cast<size_t>(most)) {
    text_.fill(0);
    for (size_t j = 0; j < kColumns; ++j) rows_[0][j] = static_cast<uint8_t>(j);
  }

  // The text's letter number `depth`, from 1, after all before it. False when no longer text is
  // within `most` changes of the word's beginning.
  bool Put(size_t depth, char letter) {
    text_[depth] = letter;
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    const size_t first = depth > most_ ? depth - most_ : 0;
    const size_t last = std::min(word_.size(), depth + most_);
    if (first > last) return false;
    if (first > 0) row[first - 1] = kFar;
    uint8_t least = kFar;
    for (size_t j = first; j <= last; ++j) {
      row[j] = j == 0 ? static_cast<uint8_t>(depth) : Cell(depth, j, row[j - 1], above);
      least = std::min(least, row[j]);
    }
    if (last < word_.size()) row[last + 1] = kFar;
    return least <= most_;
  }

  // From the first `depth` letters to the whole word; more than `most` when it is far.
  int Distance(size_t depth) const {
    const bool is_near = depth + most_ >= word_.size() && depth <= word_.size() + most_;
    return is_near ? rows_[depth][word_.size()] : kFar;
  }

 private:
  static constexpr uint8_t kFar = 100;
  static constexpr size_t kColumns = TypoIndex::kLongestWord + 2;
  using Row = std::array<uint8_t, kColumns>;

  uint8_t Cell(size_t depth, size_t j, uint8_t left, const Row& above) const {
    const char letter = text_[depth];
    int cell = above[j - 1] + (word_[j - 1] == letter ? 0 : 1);
    cell = std::min({cell, above[j] + 1, left + 1});
    if (depth > 1 && j > 1 && word_[j - 2] == letter && word_[j - 1] == text_[depth - 1]) {
      cell = std::min(cell, rows_[depth - 2][j - 2] + 1);
    }
    return static_cast<uint8_t>(std::min<int>(cell, kFar));
  }

  std::string_view word_;
  size_t most_;
  std::array<char, kMostDepth + 2> text_;
  std::array<Row, kMostDepth + 2> rows_;
};

}  // namespace

PrefixDistance DistanceToPrefix(std::string_view word, std::string_view text) {
  const size_t columns = word.size() + 1;
  std::vector<int> before(columns), above(columns), row(columns);
  for (size_t j = 0; j < columns; ++j) row[j] = static_cast<int>(j);
  PrefixDistance best{row.back(), 0};
  const size_t most = word.size() + static_cast<size_t>(TypoIndex::kMostChanges);
  for (size_t i = 1; i <= std::min(text.size(), most) && IsAscii(text[i - 1]); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j < columns; ++j) {
      const int replaced = above[j - 1] + (text[i - 1] == word[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && text[i - 1] == word[j - 2] && text[i - 2] == word[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    if (row.back() < best.changes) best = {row.back(), i};
  }
  return best;
}

TypoIndex::TypoIndex(const PrefixIndex* index) : index_(index), beginnings_(index->start_count()) {
  for (uint32_t i = 0; i < beginnings_.size(); ++i) {
    const std::string_view text = index->TextAt(i);
    text.copy(beginnings_[i].data(), beginnings_[i].size());
  }
  nodes_.push_back({{0, static_cast<uint32_t>(index->start_count())}, 0, 0, 0});
  uint32_t level_begin = 0;
  for (size_t depth = 0; depth < kMostDepth && level_begin < nodes_.size(); ++depth) {
    const auto level_end = static_cast<uint32_t>(nodes_.size());
    for (uint32_t node = level_begin; node < level_end; ++node) AddChildren(node, depth);
    level_begin = level_end;
  }
}

void TypoIndex::AddChildren(uint32_t node, size_t depth) {
  const StartRange range = nodes_[node].range;
  if (range.end - range.begin <= kFewStarts) return;
  uint32_t begin = range.begin;
  while (begin < range.end && Letter(begin, depth) == 0) ++begin;
  nodes_[node].children_begin = static_cast<uint32_t>(nodes_.size());
  while (begin < range.end && IsAscii(Letter(begin, depth))) {
    const char letter = Letter(begin, depth);
    uint32_t low = begin;
    uint32_t high = range.end;
    while (low + 1 < high) {
      const uint32_t middle = low + (high - low) / 2;
      (Letter(middle, depth) == letter ? low : high) = middle;
    }
    nodes_.push_back({{begin, high}, 0, 0, letter});
    begin = high;
  }
  nodes_[node].children_end = static_cast<uint32_t>(nodes_.size());
}

char TypoIndex::Letter(uint32_t position, size_t depth) const {
  if (depth < std::tuple_size_v<Beginning>) return beginnings_[position][depth];
  const std::string_view text = index_->TextAt(position);
  return depth < text.size() ? text[depth] : '\0';
}

size_t TypoIndex::SharedWithBefore(uint32_t position) const {
  const Beginning& before = beginnings_[position - 1];
  const auto end = std::mismatch(before.begin(), before.end(), beginnings_[position].begin());
  return static_cast<size_t>(end.first - before.begin());
}

class TypoIndex::Search {
 public:
  Search(const TypoIndex& typos, std::string_view word, int changes)
      : typos_(typos),
        changes_(changes),
        most_depth_(word.size() + static_cast<size_t>(changes)),
        rows_(word, changes) {}

  std::vector<StartRange> Run() {
    Visit(typos_.nodes_.front(), 0);
    return std::move(found_);
  }

 private:
  void Visit(const Node& node, size_t depth) {
    if (rows_.Distance(depth) <= changes_) return Add(node.range);
    if (depth == most_depth_) return;
    if (node.range.end - node.range.begin <= kFewStarts) return Compare(node.range, depth);
    for (uint32_t i = node.children_begin; i < node.children_end; ++i) {
      const Node& child = typos_.nodes_[i];
      if (rows_.Put(depth + 1, child.letter)) Visit(child, depth + 1);
    }
  }

  // Starts that have their first letters in common with the one before, up to where that was
  // decided, are decided with it.
  void Compare(StartRange range, size_t depth) {
    size_t decided = depth;
    bool is_near = false;
    for (uint32_t position = range.begin; position < range.end; ++position) {
      const size_t shared = position == range.begin ? depth : typos_.SharedWithBefore(position);
      if (position == range.begin || shared < decided) {
        std::tie(decided, is_near) = Decide(position, std::max(shared, depth));
      }
      if (is_near) Add({position, position + 1});
    }
  }

  // How many letters it takes to know whether a start is near, and whether it is; the rows of the
  // first `depth` letters are there.
  std::pair<size_t, bool> Decide(uint32_t position, size_t depth) {
    for (; depth < most_depth_; ++depth) {
      const char letter = typos_.Letter(position, depth);
      if (letter == 0 || !IsAscii(letter) || !rows_.Put(depth + 1, letter)) break;
      if (rows_.Distance(depth + 1) <= changes_) return {depth + 1, true};
    }
    return {depth + 1, false};
  }

  void Add(StartRange range) {
    if (!found_.empty() && found_.back().end == range.begin) {
      found_.back().end = range.end;
    } else {
      found_.push_back(range);
    }
  }

  const TypoIndex& typos_;
  int changes_;
  size_t most_depth_;
  DistanceRows rows_;
  std::vector<StartRange> found_;
};

std::vector<StartRange> TypoIndex::Find(std::string_view word, int changes) const {
  if (word.size() > kLongestWord || index_->start_count() == 0) return {};
  return Search(*this, word, std::min(changes, kMostChanges)).Run();
}

}  // namespace overstap::text
