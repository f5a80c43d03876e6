#include "ingest/record_draft.h"

#include "base/strings.h"
#include "engine/model/place.h"
#include "engine/model/validation.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

constexpr size_t kDigits = 4;
constexpr int kMostHours = 80;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void DropImpossible(std::string_view what, std::optional<int>* hours, std::string* warning) {
  if (!*hours || (**hours >= 0 && **hours <= kMostHours)) return;
  StrAppend(warning, warning->empty() ? "" : "; ", what, " of ", **hours,
            " hours a week cannot be; counted as unknown");
  hours->reset();
}

}  // namespace

std::string FourDigits(std::string_view postcode) {
  const size_t begin = postcode.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  postcode.remove_prefix(begin);
  const std::string_view digits = postcode.substr(0, kDigits);
  if (digits.size() != kDigits || !model::CheckPostcode(digits).ok()) return {};
  postcode.remove_prefix(kDigits);
  std::string letters;
  for (const char c : postcode) {
    if (c == ' ' || c == '\t') continue;
    if (!IsLetter(c)) return {};
    letters.push_back(c);
  }
  return letters.empty() || letters.size() == 2 ? std::string(digits) : std::string();
}

std::string TownOf(std::string_view text) {
  std::string town = CleanLabel(text.substr(0, text.find(',')));
  return model::CheckTown(town).ok() ? town : std::string();
}

std::string SetHours(std::optional<int> least, std::optional<int> most,
                     std::optional<int>* hours_min, std::optional<int>* hours_max) {
  std::string warning;
  DropImpossible("a least", &least, &warning);
  DropImpossible("a most", &most, &warning);
  if (least && most && *least > *most) {
    warning = "the least hours a week are above the most; both counted as unknown";
    least.reset();
    most.reset();
  }
  *hours_min = least;
  *hours_max = most;
  return warning;
}

}  // namespace overstap::ingest
