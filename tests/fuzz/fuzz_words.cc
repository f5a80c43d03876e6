// Word lists, dictionaries, rankings, weights, and any text that somebody looks up.
#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/transition/closeness_params.h"
#include "taxonomy/text/lookup.h"
#include "taxonomy/words/dictd.h"
#include "taxonomy/words/lexicon.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

void CheckRefusal(const absl::Status& status) {
  const std::string_view message = FromAbsl(status.message());
  OVERSTAP_FUZZ_CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(message));
  OVERSTAP_FUZZ_CHECK(message.starts_with("fuzz:"));
}

ConceptSource Concept(std::string uri, ConceptKind kind, std::vector<Label> labels) {
  ConceptSource entry;
  entry.uri = std::move(uri);
  entry.kind = kind;
  entry.labels = std::move(labels);
  return entry;
}

Taxonomy SmallTaxonomy() {
  TaxonomySource source;
  source.scheme = "fuzz";
  const auto preferred = [](Language language, std::string text) {
    return Label{language, LabelKind::kPreferred, std::move(text)};
  };
  const auto other = [](Language language, std::string text) {
    return Label{language, LabelKind::kAlternative, std::move(text)};
  };
  constexpr ConceptKind kOccupation = ConceptKind::kOccupation;
  source.concepts = {
      Concept("t:1", kOccupation,
              {preferred(kDutch, "lasrobotoperator"), other(kDutch, "operator lasrobot")}),
      Concept("t:2", kOccupation, {preferred(kDutch, "lasser"), preferred(kEnglish, "welder")}),
      Concept("t:3", kOccupation, {preferred(kDutch, "café-houder"), other(kDutch, "waard")}),
      Concept("t:4", kOccupation, {preferred(kEnglish, "C++ developer"), other(kDutch, "é")}),
      Concept("t:5", ConceptKind::kSkill, {preferred(kDutch, "lassen met CO2")}),
      Concept("t:6", ConceptKind::kSkill, {preferred(kDutch, "software ontwikkelen")})};
  source.concepts[1].descriptions = {{kDutch, "Een lasser verbindt metaal."}};
  source.concepts[1].requirements = {{"t:5", Importance::kEssential}};
  Canonicalise(&source);
  std::string version = ContentVersion(source);
  return Taxonomy::Build(std::move(source), std::move(version)).value();
}

const text::Lookup& SmallLookup() {
  static const auto* const kTaxonomy = new Taxonomy(SmallTaxonomy());
  static const auto* const kLookup = [] {
    auto knowledge = std::make_shared<text::Knowledge>();
    knowledge->lexicon =
        words::ParseLexicon("same\twaard\tkastelein\nenglish\tto weld\tlassen\n", "fuzz").value();
    return new text::Lookup(kTaxonomy, knowledge);
  }();
  return *kLookup;
}

template <class Id>
void CheckMatches(const std::vector<text::Match<Id>>& matches, size_t limit) {
  OVERSTAP_FUZZ_CHECK(matches.size() <= limit);
  double before = 1;
  std::set<size_t> ids;
  for (const text::Match<Id>& match : matches) {
    OVERSTAP_FUZZ_CHECK(match.score > 0 && match.score <= before);
    OVERSTAP_FUZZ_CHECK(!match.matched_label.empty());
    OVERSTAP_FUZZ_CHECK(ids.insert(match.id.index()).second);
    for (const double value : match.features) OVERSTAP_FUZZ_CHECK(value >= 0 && value < 1.0001);
    before = match.score;
  }
}

}  // namespace

void FuzzWordLexicon(std::string_view bytes) {
  const auto entries = words::ParseLexicon(bytes, "fuzz");
  if (!entries.ok()) return CheckRefusal(entries.status());
  std::string text;
  for (const words::LexiconEntry& entry : *entries) {
    OVERSTAP_FUZZ_CHECK(!entry.word.empty() && !entry.others.empty());
    StrAppend(&text, words::RelationName(entry.relation), "\t", entry.word);
    for (const std::string& other : entry.others) {
      OVERSTAP_FUZZ_CHECK(!other.empty());
      StrAppend(&text, "\t", other);
    }
    StrAppend(&text, "\r\n");
  }
  const auto again = words::ParseLexicon(text, "fuzz");
  OVERSTAP_FUZZ_CHECK(again.ok() && *again == *entries);
}

// The index and the body, with a form feed between them.
void FuzzDictd(std::string_view bytes) {
  const size_t end = std::min(bytes.find('\f'), bytes.size());
  const std::string_view body = bytes.substr(std::min(end + 1, bytes.size()));
  const auto entries = words::ParseDictd(bytes.substr(0, end), body, "fuzz");
  if (!entries.ok()) return CheckRefusal(entries.status());
  for (const words::DictionaryEntry& entry : *entries) {
    OVERSTAP_FUZZ_CHECK(!entry.headword.empty() && !entry.translations.empty());
    OVERSTAP_FUZZ_CHECK(IsValidUtf8(entry.headword));
    for (const std::string& translation : entry.translations) {
      OVERSTAP_FUZZ_CHECK(!translation.empty() && IsValidUtf8(translation));
      OVERSTAP_FUZZ_CHECK(body.find(translation) != std::string_view::npos);
    }
  }
}

void FuzzRanking(std::string_view bytes) {
  const auto ranking = text::ParseRanking(bytes, "fuzz");
  if (!ranking.ok()) return CheckRefusal(ranking.status());
  const auto again = text::ParseRanking(text::FormatRanking(*ranking), "fuzz");
  OVERSTAP_FUZZ_CHECK(again.ok() && *again == *ranking);
}

void FuzzCloseness(std::string_view bytes) {
  const auto params = transition::ParseClosenessParams(bytes, "fuzz");
  if (!params.ok()) return CheckRefusal(params.status());
  OVERSTAP_FUZZ_CHECK(params->Validate().ok());
  const auto again =
      transition::ParseClosenessParams(transition::FormatClosenessParams(*params), "fuzz");
  OVERSTAP_FUZZ_CHECK(again.ok() && *again == *params);
}

void FuzzLookup(std::string_view bytes) {
  const text::Lookup& lookup = SmallLookup();
  const auto occupations = lookup.FindOccupations(bytes, 3);
  CheckMatches(occupations, 3);
  CheckMatches(lookup.FindSkills(bytes, 100), 2);
  const auto again = lookup.FindOccupations(bytes, 3);
  OVERSTAP_FUZZ_CHECK(again.size() == occupations.size());
  for (size_t i = 0; i < again.size(); ++i) {
    OVERSTAP_FUZZ_CHECK(again[i].id == occupations[i].id);
    OVERSTAP_FUZZ_CHECK(again[i].score == occupations[i].score);
  }
}

}  // namespace overstap::fuzz
