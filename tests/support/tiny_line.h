// One line of the tiny world language, word by word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"

namespace overstap {

// Words are separated by white space; each of , : | < is a word of its own. The first fault is
// remembered; after it every call gives the empty value. Not thread-safe.
class TinyLine {
 public:
  TinyLine(int number, std::string_view text);

  int number() const { return number_; }
  bool AtEnd() const { return !status_.ok() || position_ == words_.size(); }
  bool StartsWith(char c) const { return !words_.empty() && words_.front().front() == c; }
  // Steps over the word when it is the next one.
  bool Accept(std::string_view word);
  void Expect(std::string_view word);

  // A word that is no sign; `what` names it in the error.
  std::string Name(std::string_view what);
  // NAME, NAME, ...
  std::vector<std::string> Names(std::string_view what);
  double Number(std::string_view what);
  int WholeNumber(std::string_view what);
  absl::CivilDay Day(std::string_view what);  // "YYYY-MM-DD"
  std::vector<absl::CivilDay> Days(std::string_view what);

  // The next word when it is a number or when `parse` knows it; nothing otherwise.
  std::optional<double> MaybeNumber();
  template <class Parse>
  auto Maybe(const Parse& parse) -> decltype(parse(std::string_view())) {
    if (AtEnd()) return std::nullopt;
    auto value = parse(std::string_view(words_[position_]));
    if (value) ++position_;
    return value;
  }

  void Fail(std::string_view what);
  // "line 3: what"; a word that is left over is a fault.
  absl::Status Finish();

 private:
  int number_;
  std::vector<std::string> words_;
  size_t position_ = 0;
  absl::Status status_;
};

}  // namespace overstap
