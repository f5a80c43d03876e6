#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/competentnl_reader.h"
#include "ingest/importer.h"
#include "ingest/onet_reader.h"
#include "ingest/strict.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/taxonomy.h"

namespace overstap::ingest {
namespace {

// What is read but not yet written.
struct Checked {
  const TaxonomySource& taxonomy;
  const std::vector<Crosswalk>& crosswalks;
  const std::string& path;
};

absl::Status At(const std::string& path, const absl::Status& status) {
  return absl::Status(status.code(), ToAbsl(StrCat(path, ": ", FromAbsl(status.message()))));
}

// Checks everything, then writes everything.
absl::Status CheckAndWrite(const Checked& checked, ImportReport* report, store::Store* store,
                           Progress* progress) {
  const std::string version = ContentVersion(checked.taxonomy);
  progress->Update("checking the taxonomy", 0, 0);
  if (const auto taxonomy = Taxonomy::Build(checked.taxonomy, version); !taxonomy.ok()) {
    return At(checked.path, taxonomy.status());
  }
  if (const auto index = CrosswalkIndex::Build(checked.crosswalks); !index.ok()) {
    return At(checked.path, index.status());
  }
  progress->Update("writing the taxonomy", 0, 0);
  OVERSTAP_RETURN_IF_ERROR(store->BeginImport(report->kind, checked.path));
  OVERSTAP_RETURN_IF_ERROR(store->PutTaxonomy(checked.taxonomy, version));
  for (const Crosswalk& crosswalk : checked.crosswalks) {
    OVERSTAP_RETURN_IF_ERROR(store->PutCrosswalk(crosswalk));
  }
  OVERSTAP_RETURN_IF_ERROR(store->EndImport(report->kind));
  report->taxonomy_version = version;
  OVERSTAP_ASSIGN_OR_RETURN(report->data_version, store->DataVersion());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ImportReport> ImportCompetentNl(const CompetentNlImportParams& params,
                                               store::Store* store, Progress* progress) {
  ImportReport report;
  report.kind = "competentnl";
  OVERSTAP_ASSIGN_OR_RETURN(const CompetentNl read,
                            ReadCompetentNl(params.path, &report, progress));
  if (params.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report));
  OVERSTAP_RETURN_IF_ERROR(
      CheckAndWrite({read.taxonomy, read.crosswalks, params.path}, &report, store, progress));
  return report;
}

absl::StatusOr<ImportReport> ImportOnet(const OnetImportParams& params, store::Store* store,
                                        Progress* progress) {
  ImportReport report;
  report.kind = "onet";
  OVERSTAP_ASSIGN_OR_RETURN(const TaxonomySource taxonomy,
                            ReadOnet(params.folder, &report, progress));
  if (params.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report));
  OVERSTAP_RETURN_IF_ERROR(CheckAndWrite({taxonomy, {}, params.folder}, &report, store, progress));
  return report;
}

}  // namespace overstap::ingest
