#include "engine/transition/transition_class.h"

#include <gtest/gtest.h>

#include "engine/transition/level_gate.h"

namespace overstap::transition {
namespace {

TransitionClass Known(const StepFacts& facts) {
  const auto found = ClassOf(facts);
  EXPECT_TRUE(found.has_value());
  return found ? found->value : TransitionClass::kFar;
}

TEST(TransitionClassTest, WeeksDecideWhenTheyAreKnown) {
  const auto of_weeks = [](double weeks) {
    return Known({.coverage = 0.1, .closeness = 0.1, .weeks = weeks, .level_gap = 3});
  };
  EXPECT_EQ(of_weeks(0), TransitionClass::kDirect);
  EXPECT_EQ(of_weeks(1), TransitionClass::kShortCourse);
  EXPECT_EQ(of_weeks(26), TransitionClass::kShortCourse);
  EXPECT_EQ(of_weeks(26.5), TransitionClass::kRetraining);
  EXPECT_EQ(of_weeks(78), TransitionClass::kRetraining);
  EXPECT_EQ(of_weeks(79), TransitionClass::kFar);
  EXPECT_FALSE(ClassOf({.weeks = 5})->estimated);
}

TEST(TransitionClassTest, WithoutWeeksItIsAnEstimate) {
  EXPECT_EQ(Known({.coverage = 0.64}), TransitionClass::kDirect);
  EXPECT_EQ(Known({.coverage = 0.63}), TransitionClass::kShortCourse);
  EXPECT_EQ(Known({.coverage = 0.1, .closeness = 0.35}), TransitionClass::kShortCourse);
  EXPECT_EQ(Known({.coverage = 0.2, .closeness = 0.1}), TransitionClass::kRetraining);
  EXPECT_EQ(Known({.closeness = 0.2}), TransitionClass::kRetraining);
  EXPECT_EQ(Known({.coverage = 0.19, .closeness = 0.19}), TransitionClass::kFar);
  EXPECT_TRUE(ClassOf({.coverage = 0.5})->estimated);
}

TEST(TransitionClassTest, TwoLevelsUpAreNoCourse) {
  EXPECT_EQ(Known({.coverage = 0.9, .level_gap = 1}), TransitionClass::kDirect);
  EXPECT_EQ(Known({.coverage = 0.9, .level_gap = 2}), TransitionClass::kRetraining);
  EXPECT_EQ(Known({.coverage = 0.1, .level_gap = 2}), TransitionClass::kFar);
  EXPECT_EQ(Known({.coverage = 0.9, .level_gap = -3}), TransitionClass::kDirect);
}

TEST(TransitionClassTest, WorkThatIsLearntAtWorkIsAtMostAShortCourse) {
  EXPECT_EQ(Known({.coverage = 0.01, .closeness = 0.1, .learnt_at_work = true}),
            TransitionClass::kShortCourse);
  EXPECT_EQ(Known({.coverage = 0.9, .learnt_at_work = true}), TransitionClass::kDirect);
  EXPECT_EQ(Known({.coverage = 0.01, .weeks = 30, .learnt_at_work = true}),
            TransitionClass::kRetraining);
  EXPECT_TRUE(IsLearntAtWork(1));
  EXPECT_FALSE(IsLearntAtWork(2));
  EXPECT_FALSE(IsLearntAtWork(std::nullopt));
}

TEST(TransitionClassTest, NothingKnownIsNothingSaid) {
  EXPECT_FALSE(ClassOf({}).has_value());
  EXPECT_FALSE(ClassOf({.level_gap = 0}).has_value());
}

TEST(TransitionClassTest, MoreIsNeverFurther) {
  for (int gap = -3; gap <= 3; ++gap) {
    for (int c = 0; c <= 20; ++c) {
      for (int n = 0; n <= 20; ++n) {
        const StepFacts facts = {.coverage = c / 20.0, .closeness = n / 20.0, .level_gap = gap};
        StepFacts more = facts;
        more.coverage = (c + 1) / 20.0;
        EXPECT_LE(Known(more), Known(facts));
        more = facts;
        more.closeness = (n + 1) / 20.0;
        EXPECT_LE(Known(more), Known(facts));
        more = facts;
        more.level_gap = gap - 1;
        EXPECT_LE(Known(more), Known(facts));
      }
    }
  }
  for (int weeks = 0; weeks < 100; ++weeks) {
    EXPECT_LE(Known({.weeks = weeks}), Known({.weeks = weeks + 1}));
  }
}

TEST(TransitionClassTest, Names) {
  EXPECT_EQ(TransitionClassName(TransitionClass::kShortCourse), "short_course");
  EXPECT_EQ(DutchName(TransitionClass::kDirect), "direct inzetbaar");
  EXPECT_EQ(DutchName(TransitionClass::kFar), "ver weg");
}

}  // namespace
}  // namespace overstap::transition
