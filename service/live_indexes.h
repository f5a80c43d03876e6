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
  size_t most_recent = 256;
  // A new index beside the base takes in the newest of those that are there, as long as the next
  // one has at most so many times the rows that it has by then.
  size_t join_ratio = 1;
  // The base is made again when dead rows in it and rows beside it are one to so many of it.
  size_t base_share = 4;
};

// The finders of `next`, which was made of the snapshot of `before` by changes of vacancies and
// profiles or read from the store. Those that cannot follow are not there.
advice::LiveFinders FindersAfter(const LiveView& before, const snapshot::Snapshot& next);

// Making an index, away from the thread that writes, which only brings in what came since the
// newest view that it was prepared for.
struct IndexJob {
  // The newest view; may be called on any thread.
  using Newest = std::function<LiveView()>;
  // The view that has what was made too. Costs what changed since it was prepared. Nothing: other
  // indexes came into use since, so that it has to be prepared again.
  using TakeIn = std::function<std::optional<LiveView>(const LiveView& now)>;
  // On any thread. Null: what was made does not fit what there is by now.
  using Prepare = std::function<TakeIn(const Newest& newest)>;

  // Takes up to seconds; on any thread.
  std::function<Prepare()> make;
  // Of an index of all: whose it takes the place of.
  advice::LiveFinders replaces = {};
};

// What to make next of all vacancies, or people, for questions in that year; nothing when all is
// well. `store` outlives the job.
std::optional<IndexJob> NextBaseJob(const LiveView& now, const store::Store& store, int year,
                                    const IndexPolicy& policy);

// What to make next of those that came since, of whichever are more; nothing when they are few.
// While an index of all of `making` is made again, those that it takes the place of are not joined
// with others.
std::optional<IndexJob> NextPartJob(const LiveView& now, const advice::LiveFinders& making,
                                    int year, const IndexPolicy& policy);

}  // namespace overstap::service
