#include "engine/snapshot/loader.h"

#include <utility>

#include "base/status_macros.h"

namespace overstap::snapshot {
namespace {

template <class Record>
auto AppendTo(std::vector<Record>* records) {
  return [records](Record record) {
    records->push_back(std::move(record));
    return absl::OkStatus();
  };
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Snapshot>> Load(const store::Store& store,
                                                     Parameters parameters) {
  Source source;
  OVERSTAP_ASSIGN_OR_RETURN(source.taxonomy_version, store.CurrentTaxonomy());
  if (source.taxonomy_version.empty()) {
    return absl::NotFoundError("the store holds no taxonomy yet; run: overstap import esco FOLDER");
  }
  OVERSTAP_ASSIGN_OR_RETURN(source.taxonomy, store.ReadTaxonomy(source.taxonomy_version));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachVacancy(AppendTo(&source.vacancies)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachProfile(AppendTo(&source.profiles)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachCourse(AppendTo(&source.courses)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachScheme(AppendTo(&source.schemes)));
  OVERSTAP_RETURN_IF_ERROR(store.ForEachRegion(AppendTo(&source.regions)));
  OVERSTAP_ASSIGN_OR_RETURN(source.data_version, store.DataVersion());
  return Snapshot::Build(std::move(source), std::move(parameters));
}

}  // namespace overstap::snapshot
