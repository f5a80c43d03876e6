#include "tools/bench/live_load.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "engine/store/store.h"

namespace overstap::bench {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 21);

}  // namespace

LiveLoad::LiveLoad(const Taxonomy& taxonomy) : taxonomy_(taxonomy), random_(7) {
  double sum = 0;
  for (size_t i = 0; i < taxonomy.occupation_count(); ++i) {
    sum += 1 / static_cast<double>(i + 1);
    zipf_.push_back(sum);
  }
}

model::Vacancy LiveLoad::Vacancy(size_t number) {
  model::Vacancy vacancy;
  const OccupationId occupation = Occupation();
  vacancy.id = absl::StrFormat("vacancy-%08d", number);
  vacancy.title = "Medewerker techniek en montage";
  vacancy.occupation_uri = std::string(taxonomy_.Uri(occupation));
  for (const std::string& uri : Skills(occupation, 5 + Below(21))) {
    vacancy.skills.push_back({uri, static_cast<Importance>(Below(3))});
  }
  vacancy.region = Region();
  if (Below(2) == 0) vacancy.hours_min = static_cast<int>(8 * (1 + Below(4)));
  vacancy.closes = kToday + static_cast<int>(Below(60));
  vacancy.employer = "Werkgever BV";
  return vacancy;
}

model::Profile LiveLoad::Profile(size_t number) {
  model::Profile profile;
  const OccupationId occupation = Occupation();
  profile.id = absl::StrFormat("profile-%08d", number);
  profile.occupations.push_back({std::string(taxonomy_.Uri(occupation)), 5, std::nullopt});
  for (const std::string& uri : Skills(occupation, Below(8))) {
    profile.skills.push_back({uri, model::EvidenceKind::kClaimed, std::nullopt});
  }
  profile.region = Region();
  return profile;
}

OccupationId LiveLoad::Occupation() {
  const double at = zipf_.back() * static_cast<double>(random_()) / 4294967296.0;
  const auto found = std::lower_bound(zipf_.begin(), zipf_.end(), at);
  // Like work is not next to each other by how frequent it is.
  const auto rank = static_cast<size_t>(found - zipf_.begin());
  return OccupationId(static_cast<uint32_t>(rank * 7919 % taxonomy_.occupation_count()));
}

std::vector<std::string> LiveLoad::Skills(OccupationId occupation, size_t count) {
  const auto required = taxonomy_.Requirements(occupation);
  std::vector<std::string> uris;
  for (size_t i = 0; i < count; ++i) {
    const bool own = !required.empty() && Below(4) > 0;
    const SkillId skill = own ? required[Below(required.size())].skill
                              : SkillId(static_cast<uint32_t>(Below(taxonomy_.skill_count())));
    uris.emplace_back(taxonomy_.Uri(skill));
  }
  return uris;
}

std::string LiveLoad::Region() {
  return absl::StrFormat("AM%02d", 1 + std::min(Below(35), Below(35)));
}

absl::Status FillStore(const std::string& folder, const std::string& taxonomy_store,
                       size_t vacancies, size_t profiles) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto from,
                            store::Store::Open(taxonomy_store, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(const std::string version, from->CurrentTaxonomy());
  OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource source, from->ReadTaxonomy(version));
  OVERSTAP_ASSIGN_OR_RETURN(const auto to, store::Store::Open(folder, store::OpenMode::kReadWrite));
  OVERSTAP_RETURN_IF_ERROR(to->PutTaxonomy(source, version));
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, Taxonomy::Build(std::move(source), version));
  LiveLoad load(taxonomy);
  auto batch = to->NewBatch();
  const auto flush = [&](int64_t from_size) -> absl::Status {
    if (batch->size() < from_size) return absl::OkStatus();
    OVERSTAP_RETURN_IF_ERROR(to->Write(*batch));
    batch = to->NewBatch();
    return absl::OkStatus();
  };
  for (size_t i = 0; i < vacancies; ++i) {
    batch->Put(load.Vacancy(i));
    OVERSTAP_RETURN_IF_ERROR(flush(5'000));
  }
  for (size_t i = 0; i < profiles; ++i) {
    batch->Put(load.Profile(i));
    OVERSTAP_RETURN_IF_ERROR(flush(5'000));
  }
  return flush(1);
}

}  // namespace overstap::bench
