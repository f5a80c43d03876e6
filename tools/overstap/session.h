// The data that a command asks its question of.
#pragma once

#include <memory>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"
#include "tools/overstap/globals.h"

namespace overstap::cli {

// The day that --today says, else today in UTC.
absl::StatusOr<absl::CivilDay> TodayOf(const Globals& globals);

// The languages of labels; kInvalidArgument for what is no language code.
absl::StatusOr<LanguageOrder> LanguagesOf(const Globals& globals);

class Session {
 public:
  // Opens the store for reading and loads the snapshot.
  static absl::StatusOr<Session> Open(const Globals& globals);

  advice::Context context() const { return {*snapshot_, today_, languages_}; }
  const store::Store& store() const { return *store_; }

 private:
  std::shared_ptr<const store::Store> store_;
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
  absl::CivilDay today_;
  LanguageOrder languages_;
};

}  // namespace overstap::cli
