#include "service/overstap_service.h"

#include <array>
#include <utility>

#include "base/status_macros.h"
#include "engine/snapshot/loader.h"

namespace overstap::service {

OverstapService::OverstapService(std::shared_ptr<const snapshot::Snapshot> first,
                                 store::Store* store, const Clock* clock)
    : live_(std::move(first)),
      writer_(&live_, store, clock),
      taxonomy_({&live_, clock}, store),
      transition_({&live_, clock}),
      matching_({&live_, clock}),
      data_(&live_, store, &writer_),
      region_({&live_, clock}) {}

absl::StatusOr<std::unique_ptr<OverstapService>> OverstapService::Start(
    const ServerParams& server, snapshot::Parameters parameters, store::Store* store,
    const Clock* clock, RetentionParams retention, const Clock* answers) {
  OVERSTAP_RETURN_IF_ERROR(server.Validate());
  OVERSTAP_RETURN_IF_ERROR(retention.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(std::shared_ptr<const snapshot::Snapshot> first,
                            snapshot::Load(*store, std::move(parameters)));
  if (answers == nullptr) answers = clock;
  std::unique_ptr<OverstapService> all(new OverstapService(std::move(first), store, answers));
  const std::array<NamedService, 5> services = {{
      {v1::TaxonomyService::service_full_name(), &all->taxonomy_},
      {v1::TransitionService::service_full_name(), &all->transition_},
      {v1::MatchingService::service_full_name(), &all->matching_},
      {v1::DataService::service_full_name(), &all->data_},
      {v1::RegionService::service_full_name(), &all->region_},
  }};
  OVERSTAP_ASSIGN_OR_RETURN(all->server_, Server::Start(server, services));
  all->writer_.WarmUp();
  all->writer_.MakeIndexes();
  all->housekeeper_ =
      std::make_unique<Housekeeper>(retention, &all->live_, &all->writer_, store, clock);
  return all;
}

}  // namespace overstap::service
