// The people of a snapshot, indexed: for who asks many questions of it.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/advice/index_places.h"
#include "engine/advice/match.h"
#include "engine/match/coverage.h"
#include "engine/match/profile_index.h"

namespace overstap::advice {

// What to ask of finders of snapshots with the terms of this one.
match::AskedSkills Asked(const snapshot::Snapshot& snapshot,
                         const match::RequirementSet& requirements);

// Immutable; thread-safe.
class ProfileFinder {
 public:
  // Takes some seconds for a million people. The snapshot outlives the finder, which holds for
  // questions in that year, since evidence ages by the year. kResourceExhausted when there are more
  // than ProfileIndex::kMaxProfiles.
  static absl::StatusOr<ProfileFinder> Build(const snapshot::Snapshot& snapshot, int year);

  // As bytes, and one of the same snapshot and year that uses them where they lie, in what `owner`
  // keeps (match/index_image.h). `made_for` names what it depends on: records, taxonomy, parameters
  // and year.
  absl::Status Write(std::string_view made_for, const match::ImageSink& sink) const {
    return index_.Write(made_for, sink);
  }
  static absl::StatusOr<ProfileFinder> Open(const snapshot::Snapshot& snapshot, int year,
                                            std::shared_ptr<const void> owner,
                                            std::span<const std::byte> image,
                                            std::string_view made_for);

  // The best people who come into question for the vacancy, by their place in snapshot.profiles(),
  // without who is cut; those too whose profile may not be kept any more. As many as `limit`, not
  // that of `params`. `asked` is as before when it returns.
  match::ProfileAnswer Search(const Context& context, const model::Vacancy& vacancy,
                              match::AskedSkills* asked, const MatchParams& params, size_t limit,
                              const match::Cut& cut = {}) const;

  // The same of one that is asked nothing else.
  match::ProfileAnswer Search(const Context& context, const model::Vacancy& vacancy,
                              const match::RequirementSet& requirements, const MatchParams& params,
                              size_t limit) const {
    match::AskedSkills asked = Asked(context.snapshot, requirements);
    return Search(context, vacancy, &asked, params, limit);
  }

  int year() const { return year_; }

  size_t MemoryBytes() const { return index_.MemoryBytes(); }

 private:
  ProfileFinder(int year, IndexPlaces places, match::ProfileIndex index)
      : year_(year), places_(std::move(places)), index_(std::move(index)) {}

  // Where people are who come into question, and how far they must travel.
  void AddPlaces(const std::optional<Spot>& vacancy, const MatchParams& params,
                 match::ProfileWanted* wanted) const;

  int year_;
  IndexPlaces places_;
  match::ProfileIndex index_;
  std::shared_ptr<const void> owner_;  // of what the index lies in; null: itself
};

}  // namespace overstap::advice
