#include "engine/store/replaced.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::store {

absl::StatusOr<Entries> LastOfEach(std::span<const RecordBatch* const> batches) {
  Entries entries;
  absl::flat_hash_map<std::pair<Family, absl::string_view>, size_t> places;
  for (const RecordBatch* const batch : batches) {
    const auto* encoded = dynamic_cast<const EncodedBatch*>(batch);
    if (encoded == nullptr) {
      return absl::InvalidArgumentError("the batch was not made by NewBatch of a store");
    }
    OVERSTAP_RETURN_IF_ERROR(encoded->status());
    for (const EncodedBatch::Entry& entry : encoded->entries()) {
      if (batches.size() == 1) {
        entries.push_back(&entry);
        continue;
      }
      const auto [place, is_new] =
          places.try_emplace(std::pair(entry.family, ToAbsl(entry.key)), entries.size());
      if (is_new) {
        entries.push_back(&entry);
      } else {
        entries[place->second] = &entry;
      }
    }
  }
  std::ranges::sort(entries, [](const auto* a, const auto* b) {
    return a->family != b->family ? a->family < b->family : a->key < b->key;
  });
  return entries;
}

absl::StatusOr<Replaced> FindReplaced(const Database& database, const EarlyReads& reads,
                                      const Entries& entries) {
  Replaced all;
  all.was_there.resize(entries.size());
  for (const EncodedBatch::Entry* const entry : entries) {
    if (entry->chunk != nullptr) reads.ReadNow(entry->chunk.get());
  }
  std::vector<size_t> unread;
  for (size_t i = 0; i < entries.size(); ++i) {
    const EncodedBatch::Entry& entry = *entries[i];
    if (entry.value) all.change.Add(entry.family, entry.hash);
    const OldValue* const old =
        entry.chunk == nullptr ? nullptr : reads.Find(*entry.chunk, entry.place);
    if (old == nullptr) {
      unread.push_back(i);
    } else if (old->was_there) {
      all.was_there[i] = 1;
      all.change.Merge(old->change);
    }
  }
  std::vector<std::string_view> keys;
  for (size_t begin = 0; begin < unread.size(); begin += keys.size()) {
    const Family family = entries[unread[begin]]->family;
    keys.clear();
    for (size_t i = begin; i < unread.size() && entries[unread[i]]->family == family; ++i) {
      keys.push_back(entries[unread[i]]->key);
    }
    const auto visit = [&](size_t i, std::optional<std::string_view> old) {
      if (!old) return;
      all.was_there[unread[begin + i]] = 1;
      all.change.Remove(family, keys[i], *old);
    };
    OVERSTAP_RETURN_IF_ERROR(database.GetAll(family, keys, visit));
  }
  return all;
}

}  // namespace overstap::store
