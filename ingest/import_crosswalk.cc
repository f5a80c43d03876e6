#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/crosswalk_reader.h"
#include "ingest/importer.h"
#include "ingest/strict.h"
#include "taxonomy/crosswalk.h"

namespace overstap::ingest {

absl::StatusOr<ImportReport> ImportCrosswalk(const CrosswalkImportParams& params,
                                             store::Store* store, Progress* progress) {
  ImportReport report;
  report.kind = "crosswalk";
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<Crosswalk> crosswalks,
                            ReadCrosswalks(params, &report, progress));
  if (params.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report));
  if (const auto checked = CrosswalkIndex::Build(crosswalks); !checked.ok()) {
    return absl::Status(checked.status().code(),
                        ToAbsl(StrCat(params.path, ": ", FromAbsl(checked.status().message()))));
  }
  progress->Update("writing the crosswalk", 0, 0);
  OVERSTAP_RETURN_IF_ERROR(store->BeginImport(report.kind, params.path));
  for (const Crosswalk& crosswalk : crosswalks) {
    OVERSTAP_RETURN_IF_ERROR(store->PutCrosswalk(crosswalk));
  }
  OVERSTAP_RETURN_IF_ERROR(store->EndImport(report.kind));
  OVERSTAP_ASSIGN_OR_RETURN(report.taxonomy_version, store->CurrentTaxonomy());
  OVERSTAP_ASSIGN_OR_RETURN(report.data_version, store->DataVersion());
  return report;
}

}  // namespace overstap::ingest
