#include "engine/snapshot/demand_index.h"

#include <algorithm>
#include <utility>

namespace overstap::snapshot {
namespace {

constexpr std::string_view kIscoUri = "http://data.europa.eu/esco/isco/C";
constexpr std::string_view kBrcScheme = "brc2014";

// A region has no space, so no two things have one key.
std::string KeyOf(model::DemandBasis basis, std::string_view code, std::string_view region) {
  return StrCat(region, " ", model::DemandBasisName(basis), " ", code);
}

bool IsComplete(const DemandFacts& facts) {
  return facts.tension != nullptr && facts.open_vacancies != nullptr;
}

}  // namespace

DemandIndex::DemandIndex(std::vector<model::Demand> records) : records_(std::move(records)) {
  std::stable_sort(records_.begin(), records_.end(),
                   [](const model::Demand& a, const model::Demand& b) {
                     return a.as_of != b.as_of ? a.as_of > b.as_of : a.id < b.id;
                   });
  for (uint32_t i = 0; i < records_.size(); ++i) {
    about_[KeyOf(records_[i].basis, records_[i].code, records_[i].region)].push_back(i);
  }
}

void DemandIndex::Take(model::DemandBasis basis, std::string_view code, std::string_view region,
                       absl::CivilDay today, DemandFacts* facts) const {
  const auto found = about_.find(KeyOf(basis, code, region));
  if (found == about_.end()) return;
  for (const uint32_t index : found->second) {
    const model::Demand& record = records_[index];
    if (record.as_of > today) continue;
    if (facts->tension == nullptr && record.tension) facts->tension = &record;
    if (facts->open_vacancies == nullptr && record.open_vacancies) {
      facts->open_vacancies = &record;
    }
  }
}

void DemandIndex::TakePrefixes(model::DemandBasis basis, std::string_view code,
                               std::string_view region, absl::CivilDay today,
                               DemandFacts* facts) const {
  for (size_t digits = code.size(); digits > 0 && !IsComplete(*facts); --digits) {
    Take(basis, code.substr(0, digits), region, today, facts);
  }
}

DemandFacts DemandIndex::Find(OccupationId occupation, std::string_view region,
                              absl::CivilDay today, const Taxonomy& taxonomy,
                              const CrosswalkIndex& crosswalks) const {
  DemandFacts facts;
  if (records_.empty()) return facts;
  Take(model::DemandBasis::kOccupation, taxonomy.Uri(occupation), region, today, &facts);
  const std::string_view isco = taxonomy.IscoCode(occupation);
  TakePrefixes(model::DemandBasis::kIsco, isco, region, today, &facts);
  if (IsComplete(facts) || isco.empty()) return facts;
  for (const CrosswalkMatch& match : crosswalks.Links(StrCat(kIscoUri, isco))) {
    if (match.scheme != kBrcScheme) continue;
    const std::string_view brc = match.uri.substr(match.uri.find(':') + 1);
    TakePrefixes(model::DemandBasis::kBrc, brc, region, today, &facts);
  }
  return facts;
}

}  // namespace overstap::snapshot
