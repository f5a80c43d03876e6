// Days, strong ids, names of enums, lazy values, the clock, text building and early return.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "base/clock.h"
#include "base/day.h"
#include "base/enum_names.h"
#include "base/lazy.h"
#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/strong_id.h"

namespace overstap {
namespace {

using AppleId = StrongId<struct AppleTag>;
using PearId = StrongId<struct PearTag>;

TEST(ParseDayTest, OnlyDaysThatExist) {
  EXPECT_EQ(ParseDay("2026-11-21"), absl::CivilDay(2026, 11, 21));
  EXPECT_EQ(ParseDay("2024-02-29"), absl::CivilDay(2024, 2, 29));
  for (const char* text : {"", "2023-02-29", "2026-00-10", "2026-01-00", "2026-01-32", "2026-1-1",
                           "2026/01/01", "1899-12-31", "2201-01-01", "2026-01-0a", " 2026-01-01"}) {
    EXPECT_EQ(ParseDay(text), std::nullopt) << text;
  }
}

TEST(StrongIdTest, ValuesAndOrder) {
  EXPECT_EQ(AppleId().value(), 0u);
  EXPECT_EQ(AppleId(7).value(), 7u);
  EXPECT_EQ(AppleId(7).index(), size_t{7});
  EXPECT_EQ(AppleId(7), AppleId(7));
  EXPECT_LT(AppleId(6), AppleId(7));
}

TEST(StrongIdTest, KindsDoNotMix) {
  static_assert(!std::is_convertible_v<AppleId, PearId>);
  static_assert(!std::is_convertible_v<uint32_t, AppleId>);
  static_assert(!std::is_convertible_v<AppleId, uint32_t>);
  static_assert(!std::is_constructible_v<PearId, AppleId>);
  static_assert(!std::is_invocable_v<std::equal_to<>, AppleId, PearId>);
  static_assert(!std::is_invocable_v<std::less<>, AppleId, PearId>);
  static_assert(std::is_trivially_copyable_v<AppleId> && sizeof(AppleId) == sizeof(uint32_t));
}

TEST(StrongIdTest, Hashes) {
  const std::unordered_set<AppleId> standard = {AppleId(1), AppleId(2), AppleId(1)};
  EXPECT_EQ(standard.size(), 2u);
  const absl::flat_hash_set<AppleId> flat = {AppleId(1), AppleId(2), AppleId(1)};
  EXPECT_EQ(flat.size(), 2u);
}

TEST(LazyTest, IsMadeByTheFirstWhoAsks) {
  const Lazy<std::string> lazy;
  int made = 0;
  const auto make = [&] { return std::string(static_cast<size_t>(++made), 'x'); };
  std::vector<const std::string*> values(4);
  {
    std::vector<std::jthread> threads;
    for (const std::string*& value : values) {
      threads.emplace_back([&] { value = &lazy.Get(make); });
    }
  }
  EXPECT_EQ(made, 1);
  for (const std::string* value : values) EXPECT_EQ(value, values[0]);
  EXPECT_EQ(*values[0], "x");
}

enum class Colour { kRed, kGreen };
constexpr std::array<std::string_view, 2> kColourNames = {"red", "green"};

TEST(EnumNamesTest, ThereAndBack) {
  for (const Colour colour : {Colour::kRed, Colour::kGreen}) {
    EXPECT_EQ(ParseEnum<Colour>(kColourNames, EnumName(kColourNames, colour)), colour);
  }
  for (const char* text : {"", "Red", "red ", "blue", "gree", "greenish"}) {
    EXPECT_EQ(ParseEnum<Colour>(kColourNames, text), std::nullopt) << text;
  }
}

TEST(ClockTest, FixedClockStandsStill) {
  const FixedClock clock(absl::CivilDay(2026, 11, 21));
  EXPECT_EQ(clock.Today(), absl::CivilDay(2026, 11, 21));
  EXPECT_EQ(clock.Now(), clock.Now());
  EXPECT_EQ(FixedClock(absl::CivilDay(2024, 2, 29)).Today(), absl::CivilDay(2024, 2, 29));
}

TEST(ClockTest, SystemClockGoesForward) {
  const SystemClock clock;
  const absl::Time before = absl::Now();
  EXPECT_GE(clock.Now(), before);
  EXPECT_GE(clock.Today(), absl::ToCivilDay(before, absl::UTCTimeZone()));
}

TEST(StringsTest, StrCatTakesEveryKindOfText) {
  const std::string owned = "b";
  const std::string_view view = "c";
  EXPECT_EQ(StrCat("a", owned, view, 1, -2, 0.5, absl::string_view("d")), "abc1-20.5d");
  std::string text = "x";
  StrAppend(&text, view, 3);
  EXPECT_EQ(text, "xc3");
  EXPECT_EQ(FromAbsl(ToAbsl(view)), view);
}

TEST(StringsTest, StringMapIsLookedUpByView) {
  StringMap<int> map;
  map["key"] = 7;
  const std::string text = "a key";
  const auto found = map.find(std::string_view(text).substr(2));
  ASSERT_NE(found, map.end());
  EXPECT_EQ(found->second, 7);
  EXPECT_EQ(map.find(std::string_view("ke")), map.end());
}

absl::StatusOr<int> Half(int number) {
  if (number % 2 != 0) return absl::InvalidArgumentError("odd");
  return number / 2;
}

absl::StatusOr<int> Quarter(int number) {
  OVERSTAP_ASSIGN_OR_RETURN(const int half, Half(number));
  OVERSTAP_ASSIGN_OR_RETURN(const int quarter, Half(half));
  return quarter;
}

absl::Status CheckEven(int number) {
  OVERSTAP_RETURN_IF_ERROR(Half(number).status());
  return absl::OkStatus();
}

TEST(StatusMacrosTest, ReturnEarly) {
  EXPECT_EQ(Quarter(8).value(), 2);
  EXPECT_EQ(Quarter(6).status().message(), "odd");
  EXPECT_TRUE(CheckEven(2).ok());
  EXPECT_FALSE(CheckEven(1).ok());
}

TEST(PatienceTest, TheInnerScopeCounts) {
  EXPECT_TRUE(IsAwaited());
  const PatienceScope outer([] { return absl::CancelledError("outer"); });
  EXPECT_FALSE(IsAwaited());
  {
    const PatienceScope inner([] { return absl::OkStatus(); });
    EXPECT_TRUE(IsAwaited());
  }
  EXPECT_EQ(CheckPatience().message(), "outer");
}

}  // namespace
}  // namespace overstap
