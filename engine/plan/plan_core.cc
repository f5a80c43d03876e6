#include "engine/plan/plan_core.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace overstap::plan {
namespace {

// Less than anybody sees; more than sums in another order differ.
constexpr double kTiny = 1e-9;

using Strengths = std::vector<double>;

double Sum(const CoreProblem& problem, const Strengths& strength) {
  return std::inner_product(strength.begin(), strength.end(), problem.weight.begin(), 0.0);
}

void Take(const CoreCourse& course, Strengths* strength) {
  for (size_t i = 0; i < strength->size(); ++i) {
    (*strength)[i] = std::max((*strength)[i], course.strength[i]);
  }
}

double Gain(const CoreProblem& problem, const CoreCourse& course, const Strengths& strength) {
  double gain = 0;
  for (size_t i = 0; i < strength.size(); ++i) {
    if (course.strength[i] > strength[i]) {
      gain += problem.weight[i] * (course.strength[i] - strength[i]);
    }
  }
  return gain;
}

// Most gain for the cost first; what costs nothing before all.
double Worth(double gain, double cost) {
  return cost > 0 ? gain / cost : std::numeric_limits<double>::infinity();
}

std::vector<size_t> AllBut(size_t count, size_t left_out) {
  std::vector<size_t> courses;
  for (size_t i = 0; i < count; ++i) {
    if (i != left_out) courses.push_back(i);
  }
  return courses;
}

class CoreSearch {
 public:
  explicit CoreSearch(const CoreProblem& problem)
      : problem_(problem), count_(problem.courses.size()), state_(count_, State::kUndecided) {
    best_ = AllBut(count_, count_);
    const double all = CoverageWith(problem, best_);
    const double none = CoverageWith(problem, {});
    target_ = all - std::max(kMostLeftOpen * (all - none), kLittle) - kTiny;
    FindGivers();
    for (size_t i = 0; i < count_; ++i) {
      const double loss = all - CoverageWith(problem, AllBut(count_, i));
      if (problem.courses[i].is_must || loss >= kLittle - kTiny) state_[i] = State::kTaken;
    }
    FindOrder();
  }

  Core Find() {
    Strengths strength = problem_.strength;
    double cost = 0;
    for (size_t i = 0; i < count_; ++i) {
      if (state_[i] != State::kTaken) continue;
      Take(problem_.courses[i], &strength);
      cost += problem_.courses[i].cost;
    }
    Decide(0, strength, cost);
    return {best_, CoverageWith(problem_, best_), {}, {}, work_ <= problem_.max_work};
  }

 private:
  enum class State { kUndecided, kTaken, kLeft };
  using Givers = std::vector<size_t>;  // positions of earlier courses that give a need

  void FindGivers() {
    givers_.resize(count_);
    for (size_t i = 0; i < count_; ++i) {
      for (const SkillId need : problem_.courses[i].needs) {
        Givers givers;
        for (size_t before = 0; before < i; ++before) {
          const auto& gives = problem_.courses[before].gives;
          if (std::binary_search(gives.begin(), gives.end(), need)) givers.push_back(before);
        }
        givers_[i].push_back(std::move(givers));
      }
    }
  }

  // Courses that are likely to be of the core are decided on first.
  void FindOrder() {
    std::vector<std::pair<double, size_t>> order;
    for (size_t i = 0; i < count_; ++i) {
      if (state_[i] == State::kTaken) continue;
      const CoreCourse& course = problem_.courses[i];
      order.emplace_back(-Worth(Gain(problem_, course, problem_.strength), course.cost), i);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [worth, i] : order) order_.push_back(i);
  }

  // Whether what is taken can begin, by what is taken or may still be.
  bool CanBegin(bool with_undecided) const {
    for (size_t i = 0; i < count_; ++i) {
      if (state_[i] != State::kTaken) continue;
      for (const Givers& givers : givers_[i]) {
        const bool is_given = std::any_of(givers.begin(), givers.end(), [&](size_t giver) {
          return state_[giver] == State::kTaken ||
                 (with_undecided && state_[giver] == State::kUndecided);
        });
        if (!is_given) return false;
      }
    }
    return true;
  }

  void Decide(size_t depth, const Strengths& strength, double cost) {
    work_ += 1 + (order_.size() - depth) * strength.size();
    if (work_ > problem_.max_work) return;
    const double open = target_ - Sum(problem_, strength);
    if (open <= 0 && CanBegin(false)) return Offer();
    if (depth == order_.size() || !CanBegin(true)) return;
    if (cost + LeastFor(open, depth, strength) > CostOf(best_).first + kTiny) return;
    const size_t i = order_[depth];
    Strengths with = strength;
    Take(problem_.courses[i], &with);
    state_[i] = State::kTaken;
    Decide(depth + 1, with, cost + problem_.courses[i].cost);
    state_[i] = State::kLeft;
    Decide(depth + 1, strength, cost);
    state_[i] = State::kUndecided;
  }

  // What undecided courses that bring `open` cost at least; infinite when all of them bring less.
  double LeastFor(double open, size_t depth, const Strengths& strength) const {
    std::vector<std::pair<double, double>> gains;  // and costs
    for (size_t at = depth; at < order_.size(); ++at) {
      const CoreCourse& course = problem_.courses[order_[at]];
      gains.emplace_back(Gain(problem_, course, strength), course.cost);
    }
    std::sort(gains.begin(), gains.end(), [](const auto& a, const auto& b) {
      return Worth(a.first, a.second) > Worth(b.first, b.second);
    });
    double least = 0;
    for (const auto& [gain, cost] : gains) {
      if (open <= 0) return least;
      if (gain <= 0) continue;
      least += cost * std::min(1.0, open / gain);
      open -= gain;
    }
    return open <= 0 ? least : std::numeric_limits<double>::infinity();
  }

  std::pair<double, double> CostOf(const std::vector<size_t>& courses) const {
    std::pair<double, double> sum;
    for (const size_t i : courses) {
      sum.first += problem_.courses[i].cost;
      sum.second += problem_.courses[i].tie;
    }
    return sum;
  }

  void Offer() {
    std::vector<size_t> taken;
    for (size_t i = 0; i < count_; ++i) {
      if (state_[i] == State::kTaken) taken.push_back(i);
    }
    const auto rank = [this](const std::vector<size_t>& courses) {
      return std::tuple(CostOf(courses), courses.size(), courses);
    };
    if (rank(taken) < rank(best_)) best_ = std::move(taken);
  }

  const CoreProblem& problem_;
  const size_t count_;
  std::vector<State> state_;
  std::vector<std::vector<Givers>> givers_;  // by course and need
  std::vector<size_t> order_;                // undecided courses
  double target_ = 0;
  std::vector<size_t> best_;
  size_t work_ = 0;
};

}  // namespace

double CoverageWith(const CoreProblem& problem, const std::vector<size_t>& courses) {
  Strengths strength = problem.strength;
  for (const size_t i : courses) Take(problem.courses[i], &strength);
  return Sum(problem, strength);
}

Core FindCore(const CoreProblem& problem) {
  Core core = CoreSearch(problem).Find();
  core.order = core.courses;
  for (const size_t i : AllBut(problem.courses.size(), problem.courses.size())) {
    if (!std::binary_search(core.courses.begin(), core.courses.end(), i)) core.order.push_back(i);
  }
  core.gains.resize(problem.courses.size());
  Strengths strength = problem.strength;
  for (const size_t i : core.order) {
    core.gains[i] = Gain(problem, problem.courses[i], strength);
    Take(problem.courses[i], &strength);
  }
  return core;
}

}  // namespace overstap::plan
