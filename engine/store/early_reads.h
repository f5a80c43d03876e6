// What a batch replaces, read while the batch is still being made.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "engine/store/byte_arena.h"
#include "engine/store/data_state.h"
#include "engine/store/database.h"

namespace overstap::store {

// The value that a key had.
struct OldValue {
  bool was_there = false;
  DataState change;  // of the state, when it goes
};

// Some keys of one family, whose values are read at once by a thread of EarlyReads.
class EarlyChunk {
 public:
  static constexpr size_t kMostKeys = 16;

  // The keys lie in `bytes`.
  EarlyChunk(Family family, std::shared_ptr<const ByteArena> bytes)
      : family_(family), bytes_(std::move(bytes)) {}

  Family family() const { return family_; }
  bool is_full() const { return keys_.size() == kMostKeys; }
  // Not after it was posted. Gives the place of the key in this.
  size_t Add(std::string_view key);

 private:
  friend class EarlyReads;
  enum class State : uint8_t { kWaiting, kReading, kRead, kDamaged };

  const Family family_;
  const std::shared_ptr<const ByteArena> bytes_;
  std::vector<std::string_view> keys_;
  std::array<OldValue, kMostKeys> olds_;  // by place
  uint64_t writes_before_ = 0;            // that had ended when it was read
  std::atomic<State> state_ = State::kWaiting;
};

// Reads chunks one by one on its own thread, which begins with the first. Knows which keys were
// written since, so that a value that is not the last one is never given. Thread-safe.
class EarlyReads {
 public:
  // `database` outlives it.
  explicit EarlyReads(const Database* database) : database_(*database) {}
  ~EarlyReads();
  EarlyReads(const EarlyReads&) = delete;
  EarlyReads& operator=(const EarlyReads&) = delete;

  void Post(std::shared_ptr<EarlyChunk> chunk);

  // The rest is for who writes, one at a time.
  //
  // Reads a chunk that nobody has begun to read, posted or not; the thread of this goes on with
  // others meanwhile.
  void ReadNow(EarlyChunk* chunk) const;
  // The value of the key at that place of the chunk as it is now; null when it was not read or may
  // have been written since. Also null while the chunk is being read: who reads it may not have a
  // processor for longer than it takes to read it again.
  const OldValue* Find(const EarlyChunk& chunk, size_t place) const;
  // Before each write, with all keys that it may change, and after it, whether it succeeded or not.
  void BeginWrite(Family family, std::string_view key);
  void EndWrite();

 private:
  // A value that is as old as that many writes is not given.
  static constexpr size_t kWritesKept = 16;

  void Run();
  bool IsWrittenSince(uint64_t writes_before, uint64_t key_hash) const;

  const Database& database_;
  std::atomic<uint64_t> ended_writes_ = 0;
  // By number of the write, modulo; of who writes.
  std::array<absl::flat_hash_set<uint64_t>, kWritesKept> written_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<EarlyChunk>> posted_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace overstap::store
