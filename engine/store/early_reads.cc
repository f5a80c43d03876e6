#include "engine/store/early_reads.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "base/fast_hash.h"

namespace overstap::store {
namespace {

// Keys that hash alike are taken for one that was written, which costs a read.
uint64_t HashOf(Family family, std::string_view key) {
  return FastHash(key) + static_cast<uint64_t>(family);
}

}  // namespace

size_t EarlyChunk::Add(std::string_view key) {
  keys_.push_back(key);
  return keys_.size() - 1;
}

EarlyReads::~EarlyReads() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void EarlyReads::Post(std::shared_ptr<EarlyChunk> chunk) {
  {
    const std::lock_guard lock(mutex_);
    if (!thread_.joinable()) thread_ = std::thread([this] { Run(); });
    posted_.push_back(std::move(chunk));
  }
  changed_.notify_one();
}

void EarlyReads::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_stopping_ || !posted_.empty(); });
    if (is_stopping_) return;
    const std::shared_ptr<EarlyChunk> chunk = std::move(posted_.front());
    posted_.pop_front();
    lock.unlock();
    ReadNow(chunk.get());
    lock.lock();
  }
}

void EarlyReads::ReadNow(EarlyChunk* chunk) const {
  using State = EarlyChunk::State;
  State waiting = State::kWaiting;
  if (!chunk->state_.compare_exchange_strong(waiting, State::kReading)) return;
  std::vector<size_t> places(chunk->keys_.size());
  std::iota(places.begin(), places.end(), size_t{0});
  std::ranges::sort(places, {}, [&](size_t place) { return chunk->keys_[place]; });
  std::vector<std::string_view> keys;
  keys.reserve(places.size());
  for (const size_t place : places) keys.push_back(chunk->keys_[place]);
  chunk->writes_before_ = ended_writes_;
  const auto visit = [&](size_t i, std::optional<std::string_view> value) {
    OldValue& old = chunk->olds_[places[i]];
    old.was_there = value.has_value();
    if (value) old.change.Remove(chunk->family_, keys[i], *value);
  };
  const bool is_read = database_.GetAll(chunk->family_, keys, visit).ok();
  chunk->state_ = is_read ? State::kRead : State::kDamaged;
}

const OldValue* EarlyReads::Find(const EarlyChunk& chunk, size_t place) const {
  using State = EarlyChunk::State;
  if (chunk.state_ != State::kRead) return nullptr;
  const uint64_t hash = HashOf(chunk.family_, chunk.keys_[place]);
  return IsWrittenSince(chunk.writes_before_, hash) ? nullptr : &chunk.olds_[place];
}

bool EarlyReads::IsWrittenSince(uint64_t writes_before, uint64_t key_hash) const {
  const uint64_t ended = ended_writes_;
  if (ended - writes_before >= kWritesKept) return true;
  for (uint64_t write = writes_before; write < ended; ++write) {
    if (written_[write % kWritesKept].contains(key_hash)) return true;
  }
  return false;
}

void EarlyReads::BeginWrite(Family family, std::string_view key) {
  written_[ended_writes_ % kWritesKept].insert(HashOf(family, key));
}

void EarlyReads::EndWrite() {
  const uint64_t ended = ++ended_writes_;
  written_[ended % kWritesKept].clear();
}

}  // namespace overstap::store
