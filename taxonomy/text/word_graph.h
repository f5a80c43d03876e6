// Words, and how strongly one stands for another.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace overstap::text {

using UnitId = uint32_t;  // a word in its normal form (word_model.h), dense from 0

struct WeightedUnit {
  UnitId unit = 0;
  float strength = 0;  // 0..1

  friend bool operator==(const WeightedUnit&, const WeightedUnit&) = default;
};

// A directed graph; the strength of a path is the product of its links. Built once, then immutable
// and thread-safe.
class WordGraph {
 public:
  UnitId Intern(std::string_view unit);
  // kNoUnit when it is not there.
  UnitId Find(std::string_view unit) const;
  std::string_view Name(UnitId unit) const { return names_[unit]; }
  size_t size() const { return names_.size(); }

  // Keeps the strongest of several links between the same two. Before Finish only.
  void Link(UnitId from, UnitId to, float strength);
  void Finish();

  bool HasLinks(UnitId unit) const { return begin_[unit] < begin_[unit + 1]; }

  // What the seeds stand for, with the seeds, strongest first, then by unit: everything that a path
  // of at most kMostHops links reaches with a strength of `floor` or more; the strongest
  // kMostReached.
  std::vector<WeightedUnit> Expand(std::span<const WeightedUnit> seeds, float floor = kFloor) const;

  static constexpr UnitId kNoUnit = ~UnitId{0};
  static constexpr int kMostHops = 4;
  static constexpr float kFloor = 0.4F;
  static constexpr size_t kMostReached = 24;

 private:
  struct NewLink {
    UnitId from;
    UnitId to;
    float strength;
  };

  StringMap<UnitId> ids_;
  std::vector<std::string> names_;
  std::vector<NewLink> new_links_;
  std::vector<uint32_t> begin_;  // of the links of a unit
  std::vector<WeightedUnit> links_;
};

}  // namespace overstap::text
