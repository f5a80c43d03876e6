// An image of an index that bytes are changed in, with checksums that are right all the same.
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/match/transfer.h"
#include "engine/match/vacancy_index.h"
#include "tests/engine/match/image_bytes.h"
#include "tests/engine/match/index_world.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

constexpr uint32_t kCount = 20;

struct World {
  RandomWorld random{3};
  Taxonomy taxonomy = match::MakeTaxonomy(&random);
  match::TransferTable transfer = match::TransferTable::Build(taxonomy, {});
  match::ImageBytes image = MakeImage();

  match::ImageBytes MakeImage() const {
    std::vector<std::vector<Requirement>> asked(kCount);
    std::vector<match::IndexedVacancy> vacancies;
    for (uint32_t i = 0; i < kCount; ++i) {
      for (uint32_t skill = i % 3; skill < 12; skill += 3) asked[i].push_back({SkillId(skill)});
      vacancies.push_back({asked[i], {}});
      vacancies.back().traits.place = static_cast<uint16_t>(i / 9);
    }
    return match::ImageBytes::Of(match::VacancyIndex(vacancies, &taxonomy, {}), "fuzz");
  }
};

void Try(const World& world, match::ImageBytes* image) {
  const auto index =
      match::VacancyIndex::Open(image->bytes(), "fuzz", world.taxonomy.skill_count(), kCount);
  if (!index.ok()) return;
  const std::vector<match::HeldSkill> held = {{SkillId(1), 1.0, model::EvidenceKind::kWork},
                                              {SkillId(3), 0.5, model::EvidenceKind::kWork}};
  const match::ExpandedProfile person(held, world.transfer, world.taxonomy.skill_count());
  for (const auto way : {match::SearchWay::kPostings, match::SearchWay::kBounds}) {
    for (const match::Ranked& ranked : index->Search(person, {}, 5, way).best) {
      OVERSTAP_FUZZ_CHECK(ranked.index < kCount);
    }
  }
}

}  // namespace

// Three bytes are a place and what to write there.
void FuzzIndexImage(std::string_view bytes) {
  static const World kWorld;
  match::ImageBytes as_given(std::as_bytes(std::span(bytes)));
  Try(kWorld, &as_given);
  match::ImageBytes changed = kWorld.image;
  for (size_t i = 0; i + 3 <= bytes.size(); i += 3) {
    const size_t at = static_cast<uint8_t>(bytes[i]) | size_t{static_cast<uint8_t>(bytes[i + 1])}
                                                           << 8;
    changed.bytes()[at % changed.bytes().size()] = static_cast<std::byte>(bytes[i + 2]);
  }
  changed.Seal();
  Try(kWorld, &changed);
}

}  // namespace overstap::fuzz
