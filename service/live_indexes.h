// Indexes that follow what is written: which one to make next, and how it comes into use.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "engine/store/store.h"
#include "service/live_snapshot.h"

namespace overstap::service {

struct IndexPolicy {
  // From so many vacancies on, or people, there is an index of them.
  size_t index_from = 5'000;
  // Rows that are in no index, from which one is made of them.
  size_t most_recent = 1'024;
  // Indexes beside the base, from which they are joined.
  size_t most_parts = 8;
  // The base is made again when dead rows in it and rows beside it are one to so many of it.
  size_t base_share = 4;
};

// The finders of `next`, which was made of the snapshot of `before` by changes of vacancies and
// profiles or read from the store. Those that cannot follow are not there.
advice::LiveFinders FindersAfter(const LiveView& before, const snapshot::Snapshot& next);

struct IndexJob {
  // The view that has what was made too; nothing when it does not fit what is there by now.
  using TakeIn = std::function<std::optional<LiveView>(const LiveView& now)>;
  // Takes up to seconds; on any thread.
  std::function<TakeIn()> make;
  bool is_of_all = false;  // and not of what came since
};

// What to make next for questions in that year; nothing when all is well. `store` outlives the job.
std::optional<IndexJob> NextIndexJob(const LiveView& now, const store::Store& store, int year,
                                     const IndexPolicy& policy);

}  // namespace overstap::service
