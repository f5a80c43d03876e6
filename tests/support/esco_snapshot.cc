#include "tests/support/esco_snapshot.h"

#include <utility>

#include "base/status_macros.h"
#include "ingest/esco_reader.h"
#include "tests/support/data_files.h"
#include "tests/support/starter_snapshot.h"

namespace overstap {
namespace {

absl::StatusOr<std::shared_ptr<const snapshot::Snapshot>> Build() {
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Source source, ReadStarter());
  ingest::ImportReport report;
  NoProgress progress;
  OVERSTAP_ASSIGN_OR_RETURN(
      source.taxonomy,
      ingest::ReadEsco({EscoFolder().string(), DefaultLanguageOrder()}, &report, &progress));
  source.taxonomy_version = ContentVersion(source.taxonomy);
  return snapshot::Snapshot::Build(std::move(source), ShippedParameters());
}

}  // namespace

bool HasEsco() { return std::filesystem::exists(EscoFolder()); }

std::shared_ptr<const snapshot::Snapshot> EscoSnapshot() {
  static const auto* const kSnapshot =
      new std::shared_ptr<const snapshot::Snapshot>(Build().value());
  return *kSnapshot;
}

}  // namespace overstap
