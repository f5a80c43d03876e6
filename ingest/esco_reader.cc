#include "ingest/esco_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/esco_concepts.h"
#include "ingest/esco_files.h"
#include "ingest/esco_relations.h"
#include "ingest/taxonomy_draft.h"

namespace overstap::ingest {
namespace {

std::vector<Language> WithoutDoubles(const std::vector<Language>& languages) {
  std::vector<Language> once;
  for (const Language language : languages) {
    if (std::find(once.begin(), once.end(), language) == once.end()) once.push_back(language);
  }
  return once;
}

// Keeps the texts in the languages asked for; when there are none, those that `stands_in` allows.
template <class Text, class StandsIn>
void KeepLanguages(const std::vector<Language>& languages, const StandsIn& stands_in,
                   std::vector<Text>* texts) {
  const auto is_asked_for = [&languages](const Text& text) {
    return std::find(languages.begin(), languages.end(), text.language) != languages.end();
  };
  const bool any = std::any_of(texts->begin(), texts->end(), is_asked_for);
  std::erase_if(*texts,
                [&](const Text& text) { return any ? !is_asked_for(text) : !stands_in(text); });
}

void KeepLanguages(const std::vector<Language>& languages, std::vector<ConceptSource>* concepts) {
  for (ConceptSource& entry : *concepts) {
    KeepLanguages(
        languages, [](const Label& label) { return label.kind == LabelKind::kPreferred; },
        &entry.labels);
    KeepLanguages(
        languages, [](const Description&) { return true; }, &entry.descriptions);
  }
}

absl::Status CheckNotEmpty(const EscoFiles& files, const TaxonomyDraft& draft) {
  const auto check = [&files](EscoFileKind kind, int64_t count) {
    const auto defining =
        std::find_if(files.concepts.begin(), files.concepts.end(),
                     [kind](const auto& file) { return file.kind == kind && file.defining; });
    if (count > 0) return absl::OkStatus();
    return absl::InvalidArgumentError(StrCat(defining->path.filename().string(),
                                             ":1: not one row below the header was accepted"));
  };
  OVERSTAP_RETURN_IF_ERROR(
      check(EscoFileKind::kOccupations, draft.CountOf(ConceptKind::kOccupation)));
  return check(EscoFileKind::kSkills,
               draft.CountOf(ConceptKind::kSkill) + draft.CountOf(ConceptKind::kKnowledge));
}

}  // namespace

absl::StatusOr<TaxonomySource> ReadEsco(const EscoImportParams& params, ImportReport* report,
                                        Progress* progress) {
  const std::vector<Language> languages = WithoutDoubles(params.languages);
  OVERSTAP_ASSIGN_OR_RETURN(const EscoFiles files, FindEscoFiles(params.folder, languages));
  TaxonomyReading reading;
  reading.report = report;
  reading.progress = progress;
  for (const EscoConceptFile& file : files.concepts) {
    OVERSTAP_RETURN_IF_ERROR(ReadEscoConcepts(file, &reading));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckNotEmpty(files, reading.draft));
  OVERSTAP_RETURN_IF_ERROR(ReadEscoHierarchy(files.skill_hierarchy, EscoPillar::kSkills, &reading));
  OVERSTAP_RETURN_IF_ERROR(
      ReadEscoHierarchy(files.occupation_hierarchy, EscoPillar::kOccupations, &reading));
  OVERSTAP_RETURN_IF_ERROR(ReadEscoRequirements(files.requirements, &reading));
  TaxonomySource source;
  source.scheme = "esco";
  source.concepts = reading.draft.TakeConcepts();
  KeepLanguages(languages, &source.concepts);
  Canonicalise(&source);
  return source;
}

}  // namespace overstap::ingest
