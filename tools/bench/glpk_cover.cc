#include "tools/bench/glpk_cover.h"

#include <glpk.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace overstap::bench {
namespace {

class Program {
 public:
  Program() : problem_(glp_create_prob(), glp_delete_prob) {
    glp_term_out(GLP_OFF);
    glp_set_obj_dir(problem_.get(), GLP_MIN);
  }

  int AddBinary(double cost) {
    const int column = glp_add_cols(problem_.get(), 1);
    glp_set_col_kind(problem_.get(), column, GLP_BV);
    glp_set_obj_coef(problem_.get(), column, cost);
    return column;
  }

  // sum of value * column, at least (GLP_LO) or at most (GLP_UP) `bound`.
  void AddRow(int kind, double bound, const std::vector<std::pair<int, double>>& terms) {
    const int row = glp_add_rows(problem_.get(), 1);
    glp_set_row_bnds(problem_.get(), row, kind, bound, bound);
    std::vector<int> columns = {0};
    std::vector<double> values = {0};
    for (const auto& [column, value] : terms) {
      columns.push_back(column);
      values.push_back(value);
    }
    glp_set_mat_row(problem_.get(), row, static_cast<int>(terms.size()), columns.data(),
                    values.data());
  }

  GlpkAnswer Solve(int limit_ms) {
    glp_iocp options;
    glp_init_iocp(&options);
    options.presolve = GLP_ON;
    options.msg_lev = GLP_MSG_OFF;
    options.tm_lim = limit_ms;
    const int code = glp_intopt(problem_.get(), &options);
    GlpkAnswer answer;
    answer.in_time = code != GLP_ETMLIM;
    const int status = glp_mip_status(problem_.get());
    if (code == 0 && status == GLP_OPT) answer.cost = glp_mip_obj_val(problem_.get());
    return answer;
  }

  bool IsTaken(size_t course) const {
    return glp_mip_col_val(problem_.get(), static_cast<int>(course) + 1) > 0.5;
  }

 private:
  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> problem_;
};

using Terms = std::vector<std::pair<int, double>>;

int ColumnOf(size_t course) { return static_cast<int>(course) + 1; }

bool Has(const std::vector<int>& skills, int skill) {
  return std::find(skills.begin(), skills.end(), skill) != skills.end();
}

// By skill: the courses that give it.
std::vector<std::vector<size_t>> GiversOf(const GlpkProblem& problem) {
  std::vector<std::vector<size_t>> givers;
  const auto add = [&givers](int skill) -> std::vector<size_t>& {
    const auto at = static_cast<size_t>(skill);
    if (at >= givers.size()) givers.resize(at + 1);
    return givers[at];
  };
  for (const int skill : problem.goal) add(skill);
  for (size_t i = 0; i < problem.courses.size(); ++i) {
    for (const int skill : problem.courses[i].needs) add(skill);
    for (const int skill : problem.courses[i].gives) add(skill).push_back(i);
  }
  return givers;
}

// Courses that are taken and cannot begin, whatever order the others are taken in.
std::vector<size_t> Stuck(const GlpkProblem& problem, const Program& program) {
  std::vector<size_t> waiting;
  for (size_t i = 0; i < problem.courses.size(); ++i) {
    if (program.IsTaken(i)) waiting.push_back(i);
  }
  std::set<int> had;
  for (size_t before = waiting.size() + 1; waiting.size() < before;) {
    before = waiting.size();
    std::erase_if(waiting, [&](size_t i) {
      const GlpkCourse& course = problem.courses[i];
      if (!std::all_of(course.needs.begin(), course.needs.end(),
                       [&had](int need) { return had.count(need) > 0; })) {
        return false;
      }
      had.insert(course.gives.begin(), course.gives.end());
      return true;
    });
  }
  return waiting;
}

// Who takes all of these takes another course too that gives something one of them needs.
void CutOff(const GlpkProblem& problem, const std::vector<size_t>& stuck, Program* program) {
  Terms terms;
  for (size_t i = 0; i < problem.courses.size(); ++i) {
    if (std::find(stuck.begin(), stuck.end(), i) != stuck.end()) {
      terms.emplace_back(ColumnOf(i), -1);
    } else if (!program->IsTaken(i)) {
      const bool helps = std::any_of(stuck.begin(), stuck.end(), [&](size_t other) {
        const std::vector<int>& needs = problem.courses[other].needs;
        return std::any_of(needs.begin(), needs.end(),
                           [&](int need) { return Has(problem.courses[i].gives, need); });
      });
      if (helps) terms.emplace_back(ColumnOf(i), 1);
    }
  }
  program->AddRow(GLP_LO, 1 - static_cast<double>(stuck.size()), terms);
}

void AddRows(const GlpkProblem& problem, Program* program) {
  const std::vector<std::vector<size_t>> givers = GiversOf(problem);
  Terms budget;
  for (const GlpkCourse& course : problem.courses) {
    budget.emplace_back(program->AddBinary(course.cost), course.budget);
  }
  if (problem.budget) program->AddRow(GLP_UP, *problem.budget, budget);
  const auto given = [&](int skill, size_t but) {
    Terms terms;
    for (const size_t giver : givers[static_cast<size_t>(skill)]) {
      if (giver != but) terms.emplace_back(ColumnOf(giver), 1);
    }
    return terms;
  };
  for (const int skill : problem.goal) {
    program->AddRow(GLP_LO, 1, given(skill, problem.courses.size()));
  }
  for (size_t i = 0; i < problem.courses.size(); ++i) {
    for (const int need : problem.courses[i].needs) {
      Terms terms = given(need, i);
      terms.emplace_back(ColumnOf(i), -1);
      program->AddRow(GLP_LO, 0, terms);
    }
  }
}

}  // namespace

GlpkAnswer SolveCoverWithGlpk(const GlpkProblem& problem, int limit_ms) {
  Program program;
  AddRows(problem, &program);
  while (true) {
    const GlpkAnswer answer = program.Solve(limit_ms);
    if (!answer.in_time || !answer.cost) return answer;
    const std::vector<size_t> stuck = Stuck(problem, program);
    if (stuck.empty()) return answer;
    CutOff(problem, stuck, &program);
  }
}

GlpkProblem ForGlpk(const plan::CoverProblem& problem) {
  const auto skills = [](uint64_t mask) {
    std::vector<int> bits;
    plan::ForEachBit(mask, [&bits](int bit) { bits.push_back(bit); });
    return bits;
  };
  GlpkProblem made;
  made.goal = skills(problem.goal);
  made.budget = problem.budget;
  for (const plan::CoverItem& item : problem.items) {
    made.courses.push_back({skills(item.gives), skills(item.needs), item.cost, item.budget});
  }
  return made;
}

}  // namespace overstap::bench
