#include "engine/advice/step_tables.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace overstap::advice {
namespace {

constexpr size_t kKept = 2;

struct Entry {
  std::string taxonomy;
  std::string parameters;
  std::once_flag made;
  std::unique_ptr<const transition::StepTable> table;
};

class Kept {
 public:
  std::shared_ptr<Entry> Of(const model::Versions& versions) {
    const std::lock_guard lock(mutex_);
    auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
      return entry->taxonomy == versions.taxonomy && entry->parameters == versions.parameters;
    });
    if (found == entries_.end()) {
      if (entries_.size() == kKept) entries_.pop_back();
      found = entries_.insert(entries_.begin(), std::make_shared<Entry>());
      (*found)->taxonomy = versions.taxonomy;
      (*found)->parameters = versions.parameters;
    }
    std::rotate(entries_.begin(), found, found + 1);
    return entries_.front();
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<Entry>> entries_;  // the one that was asked for last comes first
};

}  // namespace

std::shared_ptr<const transition::StepTable> StepsOf(const snapshot::Snapshot& snapshot) {
  static auto* const kept = new Kept();
  const std::shared_ptr<Entry> entry = kept->Of(snapshot.versions());
  std::call_once(entry->made, [&] {
    entry->table = std::make_unique<const transition::StepTable>(snapshot.taxonomy(),
                                                                 snapshot.step_closeness());
  });
  return {entry, entry->table.get()};
}

}  // namespace overstap::advice
