#include <memory>
#include <string>
#include <utility>

#include "base/strings.h"
#include "base/text_encoding.h"
#include "taxonomy/extract/extractor.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

using extract::ByteRange;
using extract::Extraction;
using extract::Extractor;

ConceptSource ConceptOf(ConceptKind kind, const std::string& dutch, const std::string& english) {
  ConceptSource entry;
  entry.uri = StrCat("c:", dutch);
  entry.kind = kind;
  entry.labels = {{kDutch, LabelKind::kPreferred, dutch},
                  {kEnglish, LabelKind::kPreferred, english}};
  return entry;
}

Taxonomy MakeTaxonomy() {
  TaxonomySource source;
  source.scheme = "fuzz";
  source.concepts = {
      ConceptOf(ConceptKind::kSkill, "draaibanken instellen", "set up lathes"),
      ConceptOf(ConceptKind::kSkill, "machines repareren", "repair machines"),
      ConceptOf(ConceptKind::kSkill, "machines onderhouden", "maintain machines"),
      ConceptOf(ConceptKind::kKnowledge, "hydraulica", "hydraulics"),
      ConceptOf(ConceptKind::kKnowledge, "SQL", "SQL"),
      ConceptOf(ConceptKind::kOccupation, "lasser", "welder"),
      ConceptOf(ConceptKind::kOccupation, "verpleegkundige", "nurse"),
  };
  Canonicalise(&source);
  return Taxonomy::Build(std::move(source), "fuzz-1").value();
}

const Extractor& TheExtractor() {
  static const auto* const kTaxonomy = new Taxonomy(MakeTaxonomy());
  static const auto* const kLookup =
      new text::Lookup(kTaxonomy, std::make_shared<text::Knowledge>());
  static const auto* const kExtractor = new Extractor(kTaxonomy, kLookup);
  return *kExtractor;
}

void CheckRange(std::string_view text, ByteRange bytes) {
  OVERSTAP_FUZZ_CHECK(bytes.begin < bytes.end && bytes.end <= text.size());
  if (!IsValidUtf8(text)) return;
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(text.substr(bytes.begin, bytes.end - bytes.begin)));
}

}  // namespace

void FuzzExtract(std::string_view bytes) {
  const auto found = TheExtractor().Extract(bytes);
  OVERSTAP_FUZZ_CHECK(found.ok() == (bytes.size() <= Extractor::kMostBytes));
  if (!found.ok()) return;
  for (const auto& one : found->skills) {
    CheckRange(bytes, one.bytes);
    OVERSTAP_FUZZ_CHECK(one.score > 0 && one.score <= 1);
    OVERSTAP_FUZZ_CHECK(extract::YieldsSkills(one.section));
  }
  for (const auto& one : found->occupations) CheckRange(bytes, one.bytes);
  for (const auto& one : found->licences) CheckRange(bytes, one.bytes);
  for (const auto& one : found->regulations) CheckRange(bytes, one.bytes);
  for (const ByteRange& one : found->unmatched) CheckRange(bytes, one);
  OVERSTAP_FUZZ_CHECK(found->unmatched.size() <= Extraction::kMostUnmatched);
  if (found->level) OVERSTAP_FUZZ_CHECK(found->level->level >= 1 && found->level->level <= 4);
  if (found->hours) OVERSTAP_FUZZ_CHECK(found->hours->min <= found->hours->max);
}

void FuzzExtractLexicon(std::string_view bytes) {
  const auto phrases = extract::ParseLexicon(bytes, "");
  if (!phrases.ok()) {
    OVERSTAP_FUZZ_CHECK(FromAbsl(phrases.status().message()).starts_with("phrases.tsv:"));
  }
  const auto licences = extract::ParseLexicon("", bytes);
  if (!licences.ok()) {
    OVERSTAP_FUZZ_CHECK(FromAbsl(licences.status().message()).starts_with("licences.tsv:"));
  }
}

}  // namespace overstap::fuzz
