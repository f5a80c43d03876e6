#include "engine/advice/funding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/enum_names.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, 5> kPayerNames = {"nobody", "scheme", "employer", "worker",
                                                         "unknown"};

// What the scheme pays of the price; nothing when it names no amount.
std::optional<double> PaidBy(const SchemeLine& line, double price) {
  if (!line.max_eur) return std::nullopt;
  return std::min(*line.max_eur, price);
}

}  // namespace

std::string_view PayerName(Payer payer) { return EnumName(kPayerNames, payer); }

std::vector<SchemeLine> SchemesFor(const Context& context, const model::Applicant& applicant,
                                   const model::Course& course, absl::CivilDay day) {
  std::vector<SchemeLine> lines;
  for (const std::string& id : course.schemes) {
    const model::Scheme* scheme = context.snapshot.FindScheme(id);
    if (scheme == nullptr) continue;
    const model::SchemeConditions& conditions = context.snapshot.ConditionsOf(*scheme);
    model::SchemeCheck check = model::Check(*scheme, conditions, applicant, course, day);
    if (check.eligibility == model::Eligibility::kNo) continue;
    lines.push_back({scheme->id, scheme->name, scheme->who, scheme->max_eur,
                     check.eligibility == model::Eligibility::kYes, std::move(check.conditions),
                     conditions.note, scheme->valid_until});
  }
  return lines;
}

PayerLine PayerOf(const model::Course& course, const std::vector<SchemeLine>& schemes,
                  const model::Applicant& applicant) {
  if (course.price_eur == 0) return {Payer::kNobody, "", "", std::nullopt, std::nullopt};
  const SchemeLine* best = nullptr;
  for (const SchemeLine& line : schemes) {
    if (!line.certain) continue;
    if (best == nullptr || PaidBy(line, course.price_eur) > PaidBy(*best, course.price_eur)) {
      best = &line;
    }
  }
  PayerLine payer;
  if (best != nullptr) {
    payer = {Payer::kScheme, best->id, best->name, PaidBy(*best, course.price_eur), std::nullopt};
    if (payer.pays_eur) payer.rest_eur = course.price_eur - *payer.pays_eur;
  } else if (applicant.employer_pays) {
    payer.payer = *applicant.employer_pays ? Payer::kEmployer : Payer::kWorker;
  }
  return payer;
}

}  // namespace overstap::advice
