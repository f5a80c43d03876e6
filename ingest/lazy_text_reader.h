// A reader of texts that is made when the first text comes.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/text_skills.h"

namespace overstap::ingest {

// Thread-safe.
class LazyTextReader {
 public:
  using MakeKnowledge = std::function<absl::StatusOr<std::shared_ptr<const text::Knowledge>>()>;

  LazyTextReader(const store::Store* store, MakeKnowledge knowledge)
      : store_(*store), knowledge_(std::move(knowledge)) {}

  // Null when texts cannot be read; WhyNot says why. The first call takes seconds for a large
  // taxonomy and the others wait for it.
  const TextReader* Get() {
    std::call_once(asked_, [this] { Load(); });
    return reader_.get();
  }

  // After Get.
  const std::string& WhyNot() const { return why_not_; }

 private:
  void Load() {
    why_not_ = "the store has no taxonomy yet; import one first";
    auto reader = Make();
    if (reader.ok()) {
      reader_ = *std::move(reader);
    } else {
      why_not_ = std::string(FromAbsl(reader.status().message()));
    }
  }

  absl::StatusOr<std::unique_ptr<TextReader>> Make() const {
    std::shared_ptr<const text::Knowledge> knowledge;
    if (knowledge_) {
      OVERSTAP_ASSIGN_OR_RETURN(knowledge, knowledge_());
    }
    return TextReader::Load(store_, std::move(knowledge));
  }

  const store::Store& store_;
  MakeKnowledge knowledge_;
  std::once_flag asked_;
  std::unique_ptr<TextReader> reader_;
  std::string why_not_;
};

}  // namespace overstap::ingest
