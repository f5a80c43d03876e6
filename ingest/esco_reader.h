// The official ESCO CSV download as a TaxonomySource.
#pragma once

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "ingest/import_report.h"
#include "ingest/importer.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

// Reads all files and gives canonical content. Every row below a header counts as one record read:
// rows of concepts (of each language by itself), of the two hierarchies and of the relations
// between occupations and skills. A row is either accepted or refused, so that
// accepted + refused = read; a warning is about an accepted row.
//
// A concept whose only labels are in a language that was not asked for (the defining file is
// English, Dutch was asked for, the Dutch file is incomplete) keeps the preferred one of those.
//
// Only `folder` and `languages` of `params` matter here. Errors as for ImportEsco.
absl::StatusOr<TaxonomySource> ReadEsco(const EscoImportParams& params, ImportReport* report,
                                        Progress* progress);

}  // namespace overstap::ingest
