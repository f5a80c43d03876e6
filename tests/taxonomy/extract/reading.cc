#include "tests/taxonomy/extract/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "base/text_encoding.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::extract {
namespace {

struct Entry {
  ConceptKind kind;
  std::vector<std::string> dutch;    // the first is preferred
  std::vector<std::string> english;  // the same
};

std::vector<Entry> Entries() {
  constexpr auto kSkill = ConceptKind::kSkill;
  constexpr auto kKnowledge = ConceptKind::kKnowledge;
  constexpr auto kJob = ConceptKind::kOccupation;
  return {
      {kSkill, {"draaibank instellen", "draaibanken instellen"}, {"set up lathe"}},
      {kSkill, {"CNC-machine programmeren"}, {"program CNC machine"}},
      {kSkill, {"technische tekeningen lezen"}, {"read technical drawings"}},
      {kSkill, {"machines onderhouden"}, {"maintain machinery"}},
      {kSkill, {"machines repareren"}, {"repair machines"}},
      {kSkill, {"elektrische installaties aanleggen"}, {"install electrical systems"}},
      {kSkill, {"storingen opsporen"}, {"trace faults"}},
      {kSkill, {"TIG-lassen"}, {"TIG welding"}},
      {kSkill, {"MAG-lassen"}, {"MAG welding"}},
      {kKnowledge, {"hydraulica"}, {"hydraulics"}},
      {kKnowledge, {"pneumatiek"}, {"pneumatics"}},
      {kSkill, {"goederen vervoeren", "goederen transporteren"}, {"transport goods"}},
      {kSkill, {"goederen laden"}, {"load goods"}},
      {kSkill, {"vracht lossen"}, {"unload cargo"}},
      {kSkill, {"heftruck besturen", "heftruck rijden"}, {"operate forklift"}},
      {kSkill, {"orders verzamelen"}, {"pick orders"}},
      {kSkill, {"medicijnen toedienen"}, {"administer medication"}},
      {kSkill, {"wonden verzorgen"}, {"care for wounds"}},
      {kSkill, {"zorgplannen opstellen"}, {"develop care plans"}},
      {kSkill, {"patiënten begeleiden"}, {"support patients"}},
      {kKnowledge, {"Python"}, {"Python"}},
      {kKnowledge, {"SQL"}, {"SQL"}},
      {kSkill, {"software testen"}, {"test software"}},
      {kSkill, {"databases beheren"}, {"manage databases"}},
      {kSkill, {"klanten adviseren"}, {"advise customers"}},
      {kSkill, {"leidinggeven"}, {"lead people"}},
      {kSkill, {"in een team werken"}, {"work in a team"}},
      {kSkill, {"met computers kunnen werken"}, {"have computer literacy"}},
      {kJob, {"lasser"}, {"welder"}},
      {kJob, {"CNC-verspaner"}, {"CNC machinist"}},
      {kJob, {"vrachtwagenchauffeur"}, {"truck driver"}},
      {kJob, {"verpleegkundige"}, {"nurse"}},
      {kJob, {"softwareontwikkelaar"}, {"software developer"}},
      {kJob, {"magazijnmedewerker"}, {"warehouse worker"}},
  };
}

void AddLabels(const std::vector<std::string>& texts, Language language, ConceptSource* entry) {
  for (size_t i = 0; i < texts.size(); ++i) {
    const LabelKind kind = i == 0 ? LabelKind::kPreferred : LabelKind::kAlternative;
    entry->labels.push_back({language, kind, texts[i]});
  }
}

Taxonomy BuildTaxonomy() {
  TaxonomySource source;
  source.scheme = "wordy";
  for (const Entry& entry : Entries()) {
    ConceptSource added;
    added.kind = entry.kind;
    added.uri = StrCat(entry.kind == ConceptKind::kOccupation ? "o:" : "s:", entry.dutch.front());
    AddLabels(entry.dutch, kDutch, &added);
    AddLabels(entry.english, kEnglish, &added);
    source.concepts.push_back(std::move(added));
  }
  Canonicalise(&source);
  return Taxonomy::Build(std::move(source), "wordy-1").value();
}

std::vector<std::string> Sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string_view LabelOf(const FoundSkill& skill) {
  return WordyTaxonomy().LabelOf(skill.id, DefaultLanguageOrder());
}

void ExpectSound(std::string_view text, ByteRange bytes) {
  ASSERT_LT(bytes.begin, bytes.end);
  ASSERT_LE(bytes.end, text.size());
  if (!IsValidUtf8(text)) return;
  EXPECT_TRUE(IsValidUtf8(text.substr(bytes.begin, bytes.end - bytes.begin))) << bytes.begin;
}

}  // namespace

const Taxonomy& WordyTaxonomy() {
  static const auto* const kTaxonomy = new Taxonomy(BuildTaxonomy());
  return *kTaxonomy;
}

const Extractor& WordyExtractor() {
  static const auto* const kLookup =
      new text::Lookup(&WordyTaxonomy(), cli::DefaultParameters().value().knowledge);
  static const auto* const kExtractor = new Extractor(&WordyTaxonomy(), kLookup);
  return *kExtractor;
}

std::vector<std::string> Reading::Skills() const {
  std::vector<std::string> labels;
  for (const FoundSkill& skill : found.skills) labels.emplace_back(LabelOf(skill));
  return Sorted(std::move(labels));
}

std::vector<std::string> Reading::Occupations() const {
  std::vector<std::string> labels;
  for (const FoundOccupation& one : found.occupations) {
    labels.emplace_back(WordyTaxonomy().LabelOf(one.id, DefaultLanguageOrder()));
  }
  return Sorted(std::move(labels));
}

std::vector<std::string> Reading::Licences() const {
  std::vector<std::string> ids;
  for (const FoundLicence& licence : found.licences) ids.push_back(licence.id);
  return Sorted(std::move(ids));
}

std::vector<std::string> Reading::Regulations() const {
  std::vector<std::string> ids;
  for (const FoundRegulation& regulation : found.regulations) ids.push_back(regulation.id);
  return Sorted(std::move(ids));
}

std::vector<std::string> Reading::Unmatched() const {
  std::vector<std::string> texts;
  for (const ByteRange& bytes : found.unmatched) {
    texts.push_back(text.substr(bytes.begin, bytes.end - bytes.begin));
  }
  return Sorted(std::move(texts));
}

const FoundSkill* Reading::Skill(std::string_view label) const {
  for (const FoundSkill& skill : found.skills) {
    if (LabelOf(skill) == label) return &skill;
  }
  return nullptr;
}

std::optional<Importance> Reading::ImportanceOf(std::string_view label) const {
  const FoundSkill* skill = Skill(label);
  return skill == nullptr ? std::nullopt : skill->importance;
}

std::optional<Importance> Reading::LicenceImportance(std::string_view id) const {
  for (const FoundLicence& licence : found.licences) {
    if (licence.id == id) return licence.importance;
  }
  return std::nullopt;
}

std::string Reading::At(std::string_view label) const {
  const FoundSkill* skill = Skill(label);
  if (skill == nullptr) return "";
  return text.substr(skill->bytes.begin, skill->bytes.end - skill->bytes.begin);
}

Reading Read(std::string_view text, std::optional<DocumentKind> kind) {
  ExtractParams params;
  params.kind = kind;
  Reading reading{std::string(text), WordyExtractor().Extract(text, params).value()};
  ExpectSoundRanges(text, reading.found);
  return reading;
}

void ExpectSoundRanges(std::string_view text, const Extraction& found) {
  for (const auto& one : found.occupations) ExpectSound(text, one.bytes);
  for (const auto& one : found.skills) ExpectSound(text, one.bytes);
  for (const auto& one : found.licences) ExpectSound(text, one.bytes);
  for (const auto& one : found.regulations) ExpectSound(text, one.bytes);
  for (const ByteRange& one : found.unmatched) ExpectSound(text, one);
  if (found.level) ExpectSound(text, found.level->bytes);
  if (found.hours) ExpectSound(text, found.hours->bytes);
}

}  // namespace overstap::extract
