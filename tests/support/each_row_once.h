// That indexes know each row of a snapshot, for tests.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <map>

#include "engine/advice/live_rows.h"

namespace overstap {

// Each row of the snapshot is alive in one part or recent, and nothing else is.
template <class Kind>
void ExpectEachRowOnce(const advice::LiveRows<Kind>& live, const snapshot::Snapshot& of) {
  const auto& rows = Kind::Of(of);
  std::map<const typename Kind::Row*, int> times;
  for (const auto& row : live.recent()) ++times[&row];
  for (const auto& part : live.parts()) {
    size_t dead = 0;
    for (size_t i = 0; i < part.rows().size(); ++i) {
      if (!part.IsDead(i)) ++times[&part.rows()[i]];
      dead += part.IsDead(i);
    }
    ASSERT_EQ(dead, part.dead_rows);
  }
  ASSERT_EQ(times.size(), rows.size());
  for (const auto& row : rows) ASSERT_EQ(times[&row], 1) << IdOf(row);
}

}  // namespace overstap
