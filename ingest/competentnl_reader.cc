#include "ingest/competentnl_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/competentnl_draft.h"
#include "ingest/crosswalk_uris.h"
#include "ingest/input_file.h"
#include "ingest/rdf_reader.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kProgressStatements = 20000;

bool IsRdfFile(const fs::path& path) {
  return path.extension() == ".ttl" || path.extension() == ".nt";
}

absl::StatusOr<std::vector<fs::path>> FilesOf(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (!fs::exists(path, error) || IsRdfFile(path)) return std::vector<fs::path>{path};
    return absl::InvalidArgumentError(
        StrCat(path.string(), ": a file in Turtle (.ttl) or N-Triples (.nt) was expected"));
  }
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    if (IsRdfFile(entry->path())) files.push_back(entry->path());
  }
  if (error) {
    return absl::PermissionDeniedError(
        StrCat(path.string(), ": the folder cannot be listed; check who may read it"));
  }
  std::sort(files.begin(), files.end());
  if (!files.empty()) return files;
  return absl::InvalidArgumentError(
      StrCat(path.string(), ": there is no .ttl and no .nt file in this folder"));
}

absl::Status ReadFacts(const fs::path& path, CnlFacts* facts, Progress* progress) {
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(path));
  RdfSource source;
  source.name = path.filename().string();
  source.blank_prefix = StrCat("f", facts->files().size());
  source.syntax = path.extension() == ".nt" ? RdfSyntax::kNTriples : RdfSyntax::kTurtle;
  facts->BeginFile(source.name);
  const std::string activity = StrCat("reading ", source.name);
  int64_t count = 0;
  return ReadRdf(in, source, [&](const RdfStatement& statement) {
    if (count++ % kProgressStatements == 0) progress->Update(activity, count - 1, 0);
    facts->Add(statement);
    return absl::OkStatus();
  });
}

std::vector<ConceptSource> TakeConcepts(CnlDraft* draft) {
  auto& concepts = draft->concepts();
  std::erase_if(concepts, [](const ConceptSource& entry) { return entry.labels.empty(); });
  return std::move(concepts);
}

absl::Status CheckNotEmpty(const std::string& name, const std::vector<ConceptSource>& concepts,
                           const ImportReport& report) {
  const auto count = [&concepts](bool occupations) {
    return std::count_if(concepts.begin(), concepts.end(), [occupations](const auto& entry) {
      return (entry.kind == ConceptKind::kOccupation) == occupations;
    });
  };
  const char* missing = nullptr;
  if (count(false) == 0) missing = "HumanCapability or KnowledgeArea";
  if (count(true) == 0) missing = "Occupation";
  if (missing == nullptr) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(name, ":1: no ", missing,
                                           " of CompetentNL was accepted (", report.refused,
                                           " statements refused)"));
}

}  // namespace

absl::StatusOr<CompetentNl> ReadCompetentNl(const std::string& path, ImportReport* report,
                                            Progress* progress) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<fs::path> files, FilesOf(path));
  CnlFacts facts;
  for (const fs::path& file : files) OVERSTAP_RETURN_IF_ERROR(ReadFacts(file, &facts, progress));
  progress->Update("putting the taxonomy together", 0, 0);
  return BuildCompetentNl(facts, fs::path(path).filename().string(), report);
}

absl::StatusOr<CompetentNl> BuildCompetentNl(const CnlFacts& facts, const std::string& name,
                                             ImportReport* report) {
  CnlDraft draft(facts, report);
  AddCompetentNlConcepts(&draft);
  OVERSTAP_RETURN_IF_ERROR(AddCompetentNlRelations(&draft));
  draft.ReportLeftAside(name);
  CompetentNl result;
  result.taxonomy.scheme = kCompetentNlScheme;
  result.taxonomy.concepts = TakeConcepts(&draft);
  OVERSTAP_RETURN_IF_ERROR(CheckNotEmpty(name, result.taxonomy.concepts, *report));
  Canonicalise(&result.taxonomy);
  result.crosswalks = draft.TakeCrosswalks();
  return result;
}

}  // namespace overstap::ingest
