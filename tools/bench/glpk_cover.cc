#include "tools/bench/glpk_cover.h"

#include <glpk.h>

#include <memory>
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

  int AddNumber(double largest) {
    const int column = glp_add_cols(problem_.get(), 1);
    glp_set_col_bnds(problem_.get(), column, GLP_DB, 0, largest);
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

 private:
  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> problem_;
};

void AddNeeds(const plan::CoverProblem& problem, Program* program) {
  const size_t items = problem.items.size();
  const auto most = static_cast<double>(items);
  std::vector<int> time;
  for (size_t i = 0; i < items; ++i) time.push_back(program->AddNumber(most));
  for (size_t i = 0; i < items; ++i) {
    const plan::CoverItem& item = problem.items[i];
    if (item.needs == 0) continue;
    std::vector<int> gives(items, 0);
    for (size_t j = 0; j < items; ++j) {
      if (j == i || (problem.items[j].gives & item.needs) == 0) continue;
      gives[j] = program->AddBinary(0);
      program->AddRow(GLP_LO, 0, {{static_cast<int>(j) + 1, 1}, {gives[j], -1}});
      // t_i - t_j >= 1 when y_ij, else anything.
      program->AddRow(GLP_LO, -most, {{time[i], 1}, {time[j], -1}, {gives[j], -most - 1}});
    }
    plan::ForEachBit(item.needs, [&](int bit) {
      std::vector<std::pair<int, double>> terms = {{static_cast<int>(i) + 1, -1}};
      for (size_t j = 0; j < items; ++j) {
        if (gives[j] != 0 && (problem.items[j].gives >> bit & 1) != 0) {
          terms.emplace_back(gives[j], 1);
        }
      }
      program->AddRow(GLP_LO, 0, terms);
    });
  }
}

}  // namespace

GlpkAnswer SolveCoverWithGlpk(const plan::CoverProblem& problem, int limit_ms) {
  Program program;
  bool any_needs = false;
  std::vector<std::pair<int, double>> budget;
  for (const plan::CoverItem& item : problem.items) {
    budget.emplace_back(program.AddBinary(item.cost), item.budget);
    any_needs = any_needs || item.needs != 0;
  }
  plan::ForEachBit(problem.goal, [&](int bit) {
    std::vector<std::pair<int, double>> terms;
    for (size_t i = 0; i < problem.items.size(); ++i) {
      if ((problem.items[i].gives >> bit & 1) != 0) terms.emplace_back(static_cast<int>(i) + 1, 1);
    }
    program.AddRow(GLP_LO, 1, terms);
  });
  if (problem.budget) program.AddRow(GLP_UP, *problem.budget, budget);
  if (any_needs) AddNeeds(problem, &program);
  return program.Solve(limit_ms);
}

}  // namespace overstap::bench
