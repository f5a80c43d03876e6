#include "engine/match/params.h"

#include <algorithm>

#include "base/strings.h"

namespace overstap::match {
namespace {

bool IsShare(double value) { return value >= 0 && value <= 1; }

}  // namespace

absl::Status ScoringParams::Validate() const {
  const bool shares = std::all_of(importance.begin(), importance.end(), IsShare) &&
                      std::all_of(evidence.begin(), evidence.end(), IsShare) &&
                      IsShare(yearly_loss) && IsShare(oldest_share) && IsShare(first_year_share) &&
                      IsShare(share_per_year) && IsShare(optional_work_share) &&
                      IsShare(narrower_factor) && IsShare(sibling_factor) &&
                      IsShare(transfer_floor) && IsShare(met_from) && IsShare(inferred_share) &&
                      IsShare(most_optional);
  if (!shares) return absl::InvalidArgumentError("scoring parameters must lie between 0 and 1");
  if (!std::is_sorted(evidence.begin(), evidence.end())) {
    return absl::InvalidArgumentError("stronger evidence may not have a lower strength");
  }
  if (transfer_floor <= 0 || met_from <= 0) {
    return absl::InvalidArgumentError("transfer_floor and met_from must be more than 0");
  }
  if (fresh_years < 0) return absl::InvalidArgumentError("fresh_years may not be negative");
  return absl::OkStatus();
}

double ScoringParams::EvidenceStrength(model::EvidenceKind kind, std::optional<int> year,
                                       int this_year) const {
  const double fresh = evidence[static_cast<size_t>(kind)];
  if (!year) return fresh;
  const int stale_years = std::max(0, this_year - *year - fresh_years);
  return fresh * std::max(oldest_share, 1 - yearly_loss * stale_years);
}

double ScoringParams::ExperienceShare(double years) const {
  return std::min(1.0, first_year_share + share_per_year * std::max(0.0, years));
}

std::string ScoringParams::Canonical() const {
  std::string text = "scoring-2";
  const auto add = [&text](double value) { StrAppend(&text, " ", value); };
  std::for_each(importance.begin(), importance.end(), add);
  std::for_each(evidence.begin(), evidence.end(), add);
  for (const double value :
       {static_cast<double>(fresh_years), yearly_loss, oldest_share, first_year_share,
        share_per_year, optional_work_share, narrower_factor, sibling_factor, transfer_floor,
        met_from, inferred_share, most_optional}) {
    add(value);
  }
  return text;
}

}  // namespace overstap::match
