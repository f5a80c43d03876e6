// One question, from its first to its last line of work.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "base/clock.h"
#include "engine/advice/context.h"
#include "service/live_snapshot.h"

namespace overstap::service {

// What questions are answered from. Both outlive every question. Thread-safe.
struct QuerySource {
  const LiveSnapshot* live;
  const Clock* clock;
};

// Holds one snapshot and one day, however long the answer takes. Immutable; thread-safe.
class Query {
 public:
  using LanguageCodes = google::protobuf::RepeatedPtrField<std::string>;

  // kInvalidArgument for a language that is no ISO 639-1 code, or more than 20 of them. Without
  // languages: the default order.
  static absl::StatusOr<Query> Begin(const QuerySource& source, const LanguageCodes& languages);
  // With the default languages.
  static Query Begin(const QuerySource& source);

  const snapshot::Snapshot& snapshot() const { return *view_.snapshot; }
  // Refers to this query.
  advice::Context context() const { return {*view_.snapshot, today_, languages_, &view_.finders}; }

 private:
  Query(LiveView view, absl::CivilDay today, LanguageOrder languages);

  LiveView view_;
  absl::CivilDay today_;
  LanguageOrder languages_;
};

}  // namespace overstap::service
