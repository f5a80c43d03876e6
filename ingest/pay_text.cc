#include "ingest/pay_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

using model::PayPeriod;

constexpr size_t kMostBytes = 500;
constexpr size_t kMostDigits = 9;

struct Token {
  std::string text;
  bool is_number = false;
};

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
bool IsLetter(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// Words in lower case, numbers with the marks inside, and a slash, which says "per". All other
// marks only separate.
std::vector<Token> Tokens(std::string_view text) {
  std::vector<Token> tokens;
  size_t at = 0;
  while (at < text.size()) {
    const size_t begin = at;
    if (IsDigit(text[at])) {
      while (at < text.size() && (IsDigit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
      tokens.push_back({std::string(text.substr(begin, at - begin)), true});
    } else if (IsLetter(text[at])) {
      while (at < text.size() && IsLetter(text[at])) ++at;
      tokens.push_back({absl::AsciiStrToLower(ToAbsl(text.substr(begin, at - begin))), false});
    } else {
      if (text[at] == '/') tokens.push_back({"per", false});
      ++at;
    }
  }
  return tokens;
}

// "2.500", "2,500", "2500,00", "12.50", "2.500,50", "2500,-" (without the dash).
std::optional<double> AmountOf(std::string_view text) {
  while (!text.empty() && !IsDigit(text.back())) text.remove_suffix(1);
  std::string digits(text);
  const size_t mark = text.find_last_of(".,");
  const size_t behind = mark == std::string_view::npos ? 0 : text.size() - mark - 1;
  if (behind == 1 || behind == 2) digits[mark] = '#';
  std::erase_if(digits, [](char c) { return c == '.' || c == ','; });
  std::replace(digits.begin(), digits.end(), '#', '.');
  double amount = 0;
  if (digits.size() > kMostDigits || !absl::SimpleAtod(ToAbsl(digits), &amount)) return {};
  return amount;
}

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool SaysLeast(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"minimaal", "vanaf", "min",
                                                      "minimum",  "from",  "minstens"};
  return IsOneOf(word, kWords);
}

bool SaysMost(std::string_view word) {
  constexpr std::array<std::string_view, 7> kWords = {"maximaal",  "tot",  "max",     "maximum",
                                                      "hoogstens", "upto", "maximale"};
  return IsOneOf(word, kWords);
}

// What a number that is no money stands before.
bool IsOtherUnit(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords = {"uur",  "uren",  "urige", "hours",
                                                      "jaar", "jaren", "dagen", "fte"};
  return IsOneOf(word, kWords);
}

bool IsWeeks(std::string_view word) { return word == "weken" || word == "weeks"; }

struct Amount {
  double euros = 0;
  bool is_least = false;
  bool is_most = false;
};

// What stands there, gathered token by token.
class Reading {
 public:
  explicit Reading(std::vector<Token> tokens) : tokens_(std::move(tokens)) {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].is_number) {
        i = TakeNumber(i);
      } else {
        TakeWord(i);
      }
    }
  }

  std::optional<PayRange> Range() const {
    if (!clear_ || !period_ || amounts_.empty() || amounts_.size() > 2) return std::nullopt;
    PayRange range{amounts_.front().euros, amounts_.back().euros, *period_};
    if (amounts_.size() == 1) {
      if (amounts_.front().is_least && amounts_.front().is_most) return std::nullopt;
      if (amounts_.front().is_least) range.most.reset();
      if (amounts_.front().is_most) range.least.reset();
    }
    return range.least && range.most && *range.least > *range.most ? std::nullopt
                                                                   : std::optional(range);
  }

 private:
  std::string_view WordAt(size_t i) const {
    return i < tokens_.size() && !tokens_[i].is_number ? std::string_view(tokens_[i].text)
                                                       : std::string_view();
  }

  // The last token of what belongs to it.
  size_t TakeNumber(size_t i) {
    if (IsOtherUnit(WordAt(i + 1))) {  // "40 uur per week"
      return WordAt(i + 2) == "per" ? i + 3 : i + 1;
    }
    if (IsWeeks(WordAt(i + 1)) && tokens_[i].text == "4") {  // "per 4 weken"
      SetPeriod(PayPeriod::kFourWeeks);
      return i + 1;
    }
    const std::optional<double> euros = AmountOf(tokens_[i].text);
    if (!euros) {
      clear_ = false;
      return i;
    }
    amounts_.push_back({*euros, says_least_, says_most_});
    says_least_ = says_most_ = false;
    return i;
  }

  void TakeWord(size_t i) {
    const std::string_view word = WordAt(i);
    says_least_ = says_least_ || SaysLeast(word);
    says_most_ = says_most_ || SaysMost(word);
    const bool is_four = word == "vier" || word == "four";
    if (is_four && IsWeeks(WordAt(i + 1))) SetPeriod(PayPeriod::kFourWeeks);
    const bool after_per = i > 0 && (WordAt(i - 1) == "per" || WordAt(i - 1) == "p");
    if (const auto period = PayPeriodOf(word)) {
      if (after_per || word.size() > 4) SetPeriod(*period);
    } else if (after_per && word == "m") {
      SetPeriod(PayPeriod::kMonth);
    } else if (after_per && word == "u") {
      SetPeriod(PayPeriod::kHour);
    }
  }

  void SetPeriod(PayPeriod period) {
    if (period_ && *period_ != period) clear_ = false;
    period_ = period;
  }

  const std::vector<Token> tokens_;
  std::vector<Amount> amounts_;
  std::optional<PayPeriod> period_;
  bool says_least_ = false;
  bool says_most_ = false;
  bool clear_ = true;
};

std::string Drop(std::string_view what, double euros) {
  return StrCat("pay of ", what, " ", std::llround(euros), " euros cannot be; counted as unknown");
}

}  // namespace

std::optional<PayPeriod> PayPeriodOf(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, PayPeriod>, 24> kNames = {{
      {"hour", PayPeriod::kHour},       {"hourly", PayPeriod::kHour},
      {"hur", PayPeriod::kHour},        {"uur", PayPeriod::kHour},
      {"uurloon", PayPeriod::kHour},    {"day", PayPeriod::kDay},
      {"daily", PayPeriod::kDay},       {"dag", PayPeriod::kDay},
      {"week", PayPeriod::kWeek},       {"weekly", PayPeriod::kWeek},
      {"wee", PayPeriod::kWeek},        {"weekloon", PayPeriod::kWeek},
      {"month", PayPeriod::kMonth},     {"monthly", PayPeriod::kMonth},
      {"mon", PayPeriod::kMonth},       {"maand", PayPeriod::kMonth},
      {"maandloon", PayPeriod::kMonth}, {"maandsalaris", PayPeriod::kMonth},
      {"year", PayPeriod::kYear},       {"yearly", PayPeriod::kYear},
      {"ann", PayPeriod::kYear},        {"annual", PayPeriod::kYear},
      {"jaar", PayPeriod::kYear},       {"vierweken", PayPeriod::kFourWeeks},
  }};
  const std::string lower = absl::AsciiStrToLower(ToAbsl(name));
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&lower](const auto& known) { return known.first == lower; });
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PayRange> ReadPayText(std::string_view text) {
  if (text.size() > kMostBytes) return std::nullopt;
  return Reading(Tokens(text)).Range();
}

std::string SetPay(const PayRange& range, model::Vacancy* vacancy) {
  std::string warning;
  const auto set = [&](std::string_view what, std::optional<double> euros,
                       std::optional<int>* pay) {
    if (!euros) return;
    *pay = model::PayAMonth(*euros, range.period);
    if (!*pay) warning = Drop(what, *euros);
  };
  set("at least", range.least, &vacancy->pay_min);
  set("at most", range.most, &vacancy->pay_max);
  if (vacancy->pay_min && vacancy->pay_max && *vacancy->pay_min > *vacancy->pay_max) {
    warning = "the least pay is above the most; both counted as unknown";
    vacancy->pay_min.reset();
    vacancy->pay_max.reset();
  }
  return warning;
}

}  // namespace overstap::ingest
