// Courses with start days, regions, forms and entry requirements, made at random.
#pragma once

#include <string>

#include "base/strings.h"
#include "tests/support/random_world.h"

namespace overstap::plan {

// `count` courses for RandomWorld::Text(skills, jobs, 0).
inline std::string DatedCourses(RandomWorld* random, int count, int skills) {
  static constexpr const char* kForms[] = {"bbl", "bol", "avond", "online", "werkplek"};
  const auto skill = [&] { return RandomWorld::Skill(random->Number(0, skills - 1)); };
  std::string text;
  for (int i = 0; i < count; ++i) {
    StrAppend(&text, "course c", i, " : ", skill());
    for (int k = random->Number(0, 2); k > 0; --k) StrAppend(&text, ", ", skill());
    StrAppend(&text, " | weeks ", random->Number(1, 12), " hours ", random->Number(10, 200),
              " price ", random->Number(0, 30) * 50, " form ", kForms[random->Number(0, 4)]);
    if (random->Chance(30)) StrAppend(&text, " needs ", skill());
    if (random->Chance(30)) StrAppend(&text, " region AM0", random->Number(6, 8));
    if (random->Chance(30)) StrAppend(&text, " level ", random->Number(1, 4));
    if (random->Chance(50)) {
      StrAppend(&text, " starts 20", random->Number(26, 27), "-0", random->Number(1, 9), "-10, ",
                "2027-03-0", random->Number(1, 9));
    }
    StrAppend(&text, "\n");
  }
  return text;
}

}  // namespace overstap::plan
