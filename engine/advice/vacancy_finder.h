// The vacancies of a snapshot, indexed: for who asks many questions of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "engine/advice/context.h"
#include "engine/advice/index_places.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/match/vacancy_index.h"
#include "engine/match/work_order.h"

namespace overstap::advice {

// Immutable; thread-safe.
class VacancyFinder {
 public:
  // Takes a few seconds for a million vacancies. The snapshot outlives the finder.
  // kResourceExhausted when it holds more than VacancyIndex::kMaxVacancies.
  static absl::StatusOr<VacancyFinder> Build(const snapshot::Snapshot& snapshot);

  // As bytes, and one of the same snapshot that uses them where they lie, in what `owner` keeps
  // (match/index_image.h). `made_for` names what it depends on: records, taxonomy and parameters.
  absl::Status Write(std::string_view made_for, const match::ImageSink& sink) const {
    return index_.Write(made_for, sink);
  }
  static absl::StatusOr<VacancyFinder> Open(const snapshot::Snapshot& snapshot,
                                            std::shared_ptr<const void> owner,
                                            std::span<const std::byte> image,
                                            std::string_view made_for);

  // The best vacancies that pass the filter, by their place in snapshot.vacancies(), without what
  // is cut.
  match::VacancyAnswer Search(const match::ExpandedProfile& profile, absl::CivilDay today,
                              const VacancyFilter& filter, size_t limit,
                              const match::Cut& cut = {}) const;

  size_t MemoryBytes() const { return index_.MemoryBytes(); }

 private:
  VacancyFinder(const snapshot::Snapshot& snapshot, IndexPlaces places, match::VacancyIndex index)
      : order_(&snapshot.work_order()), places_(std::move(places)), index_(std::move(index)) {}

  void AddLimits(const VacancyLimits& limits, match::VacancyWanted* wanted) const;
  void AddPlaces(const VacancyFilter& filter, match::VacancyWanted* wanted) const;
  // Adds the points of the place that are within the radius. Gives how many.
  size_t AddPoints(uint16_t place, const VacancyFilter& filter, match::VacancyWanted* wanted) const;

  const match::WorkOrder* order_;  // of the snapshot
  IndexPlaces places_;
  match::VacancyIndex index_;
  std::shared_ptr<const void> owner_;  // of what the index lies in; null: itself
};

}  // namespace overstap::advice
