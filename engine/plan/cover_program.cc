#include "engine/plan/cover_program.h"

#include <algorithm>

namespace overstap::plan {

CoverProgram::CoverProgram(size_t items, size_t prices)
    : prices_(static_cast<uint32_t>(prices)),
      stride_(prices + 1),
      table_((items + 1) * stride_, 0),
      in_line_(items + 1),
      in_column_(prices + 1) {
  for (size_t i = 1; i <= items; ++i) in_line_[i] = static_cast<uint32_t>(prices + i - 1);
  for (size_t j = 1; j <= prices; ++j) in_column_[j] = static_cast<uint32_t>(j - 1);
}

bool CoverProgram::Solve(double enough) {
  const size_t most_steps = 20 + 6 * in_column_.size();
  for (size_t step = 0; step < most_steps && bound() <= enough; ++step) {
    const size_t column = Entering();
    if (column == 0) return true;
    const size_t line = Leaving(column);
    if (line == 0) return false;
    Pivot(line, column);
  }
  return true;
}

void CoverProgram::LeaveDear(double most) {
  for (size_t i = in_line_.size(); i-- > 1;) {
    if (in_line_[i] >= prices_ && bound() + Line(i)[0] > most) RemoveLine(i);
  }
}

std::vector<double> CoverProgram::Prices() const {
  std::vector<double> prices(prices_, 0);
  for (size_t i = 1; i < in_line_.size(); ++i) {
    if (in_line_[i] < prices_) prices[in_line_[i]] = Line(i)[0];
  }
  return prices;
}

size_t CoverProgram::Entering() const {
  size_t best = 0;
  double gain = kTiny;
  for (size_t j = 1; j < in_column_.size(); ++j) {
    if (table_[j] > gain) {
      gain = table_[j];
      best = j;
    }
  }
  return best;
}

size_t CoverProgram::Leaving(size_t column) const {
  size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (size_t i = 1; i < in_line_.size(); ++i) {
    const double* const line = Line(i);
    if (line[column] > kTiny && line[0] < least * line[column]) {
      least = line[0] / line[column];
      best = i;
    }
  }
  return best;
}

void CoverProgram::Pivot(size_t line, size_t column) {
  double* const pivot = Line(line);
  const size_t width = in_column_.size();
  const double scale = 1 / pivot[column];
  pivot[column] = 1;
  for (size_t j = 0; j < width; ++j) pivot[j] *= scale;
  for (size_t i = 0; i < in_line_.size(); ++i) {
    double* const other = Line(i);
    const double times = other[column];
    if (i == line || times == 0) continue;
    other[column] = 0;
    for (size_t j = 0; j < width; ++j) other[j] -= times * pivot[j];
    if (i > 0) other[0] = std::max(0.0, other[0]);
    work_ += width;
  }
  std::swap(in_line_[line], in_column_[column]);
}

// An item that is decided has a slack that may be anything: it comes into the basis for good, where
// its line has no more to say. The slack of one that is taken counts.
bool CoverProgram::Decide(uint32_t item, bool take) {
  const uint32_t slack = prices_ + item;
  const auto line = std::find(in_line_.begin() + 1, in_line_.end(), slack);
  if (line != in_line_.end()) {
    const auto at = static_cast<size_t>(line - in_line_.begin());
    if (take) {
      for (size_t j = 0; j < in_column_.size(); ++j) table_[j] -= Line(at)[j];
    }
    RemoveLine(at);
    return true;
  }
  const auto column = std::find(in_column_.begin() + 1, in_column_.end(), slack);
  const auto at = static_cast<size_t>(column - in_column_.begin());
  if (take) table_[at] += 1;
  return Release(at);
}

bool CoverProgram::Release(size_t column) {
  if (table_[column] < 0) Negate(column);
  size_t line = Leaving(column);
  if (line == 0) {
    if (table_[column] > kTiny) return false;
    Negate(column);
    line = Leaving(column);
  }
  if (line == 0) {
    RemoveColumn(column);
  } else {
    Pivot(line, column);
    RemoveLine(line);
  }
  return true;
}

void CoverProgram::Negate(size_t column) {
  for (size_t i = 0; i < in_line_.size(); ++i) Line(i)[column] = -Line(i)[column];
}

void CoverProgram::RemoveLine(size_t line) {
  const size_t last = in_line_.size() - 1;
  std::copy_n(Line(last), stride_, Line(line));
  in_line_[line] = in_line_[last];
  in_line_.pop_back();
  table_.resize(in_line_.size() * stride_);
}

void CoverProgram::RemoveColumn(size_t column) {
  const size_t last = in_column_.size() - 1;
  for (size_t i = 0; i < in_line_.size(); ++i) Line(i)[column] = Line(i)[last];
  in_column_[column] = in_column_[last];
  in_column_.pop_back();
}

}  // namespace overstap::plan
