// Small worlds made at random, the same for the same seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "base/strings.h"

namespace overstap {

class RandomWorld {
 public:
  explicit RandomWorld(uint32_t seed) : random_(seed) {}

  int Number(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<uint32_t>(high - low + 1));
  }
  bool Chance(int percent) { return Number(1, 100) <= percent; }

  static std::string Skill(int i) { return StrCat("s", i); }
  static std::string Job(int i) { return StrCat("job", i); }

  // `skills` skills below five groups, some below one another; `jobs` occupations that ask for some
  // of them; `courses` courses, some with entry requirements.
  std::string Text(int skills, int jobs, int courses) {
    std::string text;
    for (int i = 0; i < 5; ++i) StrAppend(&text, "group g", i, "\n");
    for (int i = 0; i < skills; ++i) AddSkill(i, &text);
    for (int i = 0; i < jobs; ++i) AddJob(i, skills, &text);
    for (int i = 0; i < courses; ++i) AddCourse(i, skills, &text);
    return text;
  }

  // Some skills with evidence, and perhaps an occupation.
  std::string Person(int skills, int jobs) {
    std::string person = Chance(50) ? StrCat("was ", Job(Number(0, jobs - 1)), " ", Number(0, 9))
                                    : StrCat("can ", Skill(Number(0, skills - 1)));
    const int extra = Number(0, 4);
    for (int i = 0; i < extra; ++i) StrAppend(&person, ", can ", Skill(Number(0, skills - 1)));
    return person;
  }

 private:
  void AddSkill(int i, std::string* text) {
    StrAppend(text, "skill ", Skill(i), " < ");
    if (i > 0 && Chance(30)) {
      StrAppend(text, Skill(Number(0, i - 1)), "\n");
    } else {
      StrAppend(text, "g", Number(0, 4), "\n");
    }
  }

  void AddJob(int i, int skills, std::string* text) {
    static const std::vector<std::string> kImportance = {"essential", "important", "somewhat",
                                                         "optional"};
    StrAppend(text, "occupation ", Job(i), " isco ", Number(1, 9), Number(1, 3), Number(1, 3),
              " :");
    const std::vector<int> chosen = Some(skills, Number(1, 7));
    for (size_t k = 0; k < chosen.size(); ++k) {
      StrAppend(text, k > 0 ? ", " : " ", Skill(chosen[k]), " ",
                kImportance[static_cast<size_t>(Number(0, 3))]);
    }
    StrAppend(text, "\n");
  }

  void AddCourse(int i, int skills, std::string* text) {
    StrAppend(text, "course c", i, " : ", Names(Some(skills, Number(1, 4))), " | weeks ",
              Number(1, 20), " hours ", Number(10, 200), " price ", Number(0, 30) * 50);
    if (Chance(30)) StrAppend(text, " needs ", Names(Some(skills, Number(1, 2))));
    StrAppend(text, "\n");
  }

  // `count` different numbers below `limit`, ascending.
  std::vector<int> Some(int limit, int count) {
    std::vector<int> chosen;
    for (int i = 0; i < limit && static_cast<int>(chosen.size()) < count; ++i) {
      const int left = limit - i;
      const int wanted = count - static_cast<int>(chosen.size());
      if (Number(1, left) <= wanted) chosen.push_back(i);
    }
    return chosen;
  }

  static std::string Names(const std::vector<int>& skills) {
    std::string names;
    for (const int skill : skills) StrAppend(&names, names.empty() ? "" : ", ", Skill(skill));
    return names;
  }

  std::mt19937 random_;
};

}  // namespace overstap
