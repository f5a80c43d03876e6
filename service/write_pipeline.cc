#include "service/write_pipeline.h"

#include <string>
#include <utility>

#include "base/status_macros.h"

namespace overstap::service {

WritePipeline::WritePipeline(LiveSnapshot* live, store::Store* store, Ended ended)
    : live_(*live), store_(*store), ended_(std::move(ended)) {}

LiveView WritePipeline::Newest() const {
  const std::lock_guard lock(mutex_);
  for (auto group = pending_.rbegin(); group != pending_.rend(); ++group) {
    if ((*group)->is_made) return (*group)->after;
  }
  return live_.Now();
}

bool WritePipeline::Replace(const LiveView& before, advice::LiveFinders finders) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return pending_.empty() || !pending_.back()->is_shown; });
  LiveView next = pending_.empty() ? live_.Now() : pending_.back()->after;
  if (next.snapshot != before.snapshot) return false;
  next.finders = std::move(finders);
  if (pending_.empty()) {
    live_.Publish(std::move(next));
  } else {
    std::swap(pending_.back()->after, next);
  }
  return true;
}

std::shared_ptr<WritePipeline::Group> WritePipeline::Begin(const LiveView& before,
                                                           std::vector<PendingWrite>* writes) {
  const auto group = std::make_shared<Group>();
  {
    const std::lock_guard lock(mutex_);
    const auto newest = pending_.empty() ? live_.Current() : pending_.back()->after.snapshot;
    if (newest != before.snapshot) return nullptr;
    group->writes = std::move(*writes);
    group->before = before;
    pending_.push_back(group);
  }
  saving_.Post([this] { Save(); });
  AwaitSave();
  return group;
}

void WritePipeline::AwaitSave() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock,
                [this] { return is_ending_ || pending_.empty() || pending_.front()->is_saving; });
}

void WritePipeline::Show(Group* group, LiveView after) {
  {
    const std::lock_guard lock(mutex_);
    group->after = std::move(after);
    group->is_made = true;
  }
  changed_.notify_all();
}

void WritePipeline::Drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return pending_.empty() && !is_ending_; });
}

bool WritePipeline::TakeLost() {
  const std::lock_guard lock(mutex_);
  return std::exchange(is_lost_, false);
}

WritePipeline::Groups WritePipeline::StartSaving() {
  Groups groups;
  {
    const std::lock_guard lock(mutex_);
    groups.assign(pending_.begin(), pending_.end());
    for (const auto& group : groups) group->is_saving = true;
  }
  changed_.notify_all();
  return groups;
}

void WritePipeline::Save() {
  const Groups groups = StartSaving();
  // Written together with one that began before it.
  if (groups.empty()) return;
  std::vector<const store::RecordBatch*> batches;
  for (const auto& group : groups) {
    for (const PendingWrite& one : group->writes) batches.push_back(&one.write.batch());
  }
  const absl::Status written = store_.WriteAll(batches);
  const absl::Status status = written.ok() ? ShowLast(groups) : written;
  End(status.ok() ? Take(groups.size()) : TakeFailed(written.ok()), status);
}

absl::Status WritePipeline::ShowLast(const Groups& groups) {
  LiveView last;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return groups.back()->is_made; });
    last = groups.back()->after;
    groups.back()->is_shown = true;
  }
  OVERSTAP_ASSIGN_OR_RETURN(const std::string version, store_.DataVersion());
  last.snapshot = last.snapshot->After({}, version);
  live_.Publish(std::move(last));
  return absl::OkStatus();
}

WritePipeline::Groups WritePipeline::Take(size_t count) {
  const std::lock_guard lock(mutex_);
  is_ending_ = true;
  const auto end = pending_.begin() + static_cast<std::ptrdiff_t>(count);
  Groups taken(pending_.begin(), end);
  pending_.erase(pending_.begin(), end);
  changed_.notify_all();
  return taken;
}

// What began in the meantime has views of what failed.
WritePipeline::Groups WritePipeline::TakeFailed(bool is_written) {
  const std::lock_guard lock(mutex_);
  is_ending_ = true;
  is_lost_ = is_lost_ || is_written;
  Groups taken(pending_.begin(), pending_.end());
  pending_.clear();
  changed_.notify_all();
  return taken;
}

void WritePipeline::End(Groups groups, const absl::Status& status) {
  for (const auto& group : groups) {
    for (const PendingWrite& one : group->writes) one.done(status, *group->before.snapshot);
  }
  ended_(std::move(groups));
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = false;
  }
  changed_.notify_all();
}

}  // namespace overstap::service
