#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/esco_reader.h"
#include "ingest/importer.h"
#include "ingest/strict.h"
#include "taxonomy/taxonomy.h"

namespace overstap::ingest {

absl::StatusOr<ImportReport> ImportEsco(const EscoImportParams& params, store::Store* store,
                                        Progress* progress) {
  ImportReport report;
  report.kind = "esco";
  OVERSTAP_ASSIGN_OR_RETURN(const TaxonomySource source, ReadEsco(params, &report, progress));
  if (params.strict) OVERSTAP_RETURN_IF_ERROR(CheckNothingRefused(report));
  const std::string version = ContentVersion(source);
  progress->Update("checking the taxonomy", 0, 0);
  const auto checked = Taxonomy::Build(source, version);
  if (!checked.ok()) {
    return absl::Status(checked.status().code(),
                        ToAbsl(StrCat(params.folder, ": ", FromAbsl(checked.status().message()))));
  }
  progress->Update("writing the taxonomy", 0, 0);
  OVERSTAP_RETURN_IF_ERROR(store->PutTaxonomy(source, version));
  OVERSTAP_ASSIGN_OR_RETURN(report.taxonomy_version, store->CurrentTaxonomy());
  OVERSTAP_ASSIGN_OR_RETURN(report.data_version, store->DataVersion());
  return report;
}

}  // namespace overstap::ingest
