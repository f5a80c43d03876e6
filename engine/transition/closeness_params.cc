#include "engine/transition/closeness_params.h"

#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "base/strings.h"

namespace overstap::transition {
namespace {

constexpr std::array<std::string_view, kBlockCount> kBlockNames = {
    "requirements", "hierarchy", "skill_words", "labels", "text", "groups"};

constexpr std::string_view kDimensions = "dimensions";

// Every number but the dimensions, by the name it has in a file.
template <class Params>
auto Numbers(Params* params) {
  std::vector<std::pair<std::string_view, decltype(&params->damping)>> numbers = {
      {"step_down", &params->step_down},
      {"step_up", &params->step_up},
      {"damping", &params->damping}};
  for (size_t i = 0; i < kBlockCount; ++i) {
    numbers.emplace_back(kBlockNames[i], &params->blocks[i]);
  }
  return numbers;
}

bool SetNumber(std::string_view name, double value, ClosenessParams* params) {
  if (name == kDimensions) {
    params->dimensions = value >= 0 && value <= 1e6 ? static_cast<int>(value) : -1;
    return true;
  }
  for (const auto& [known, number] : Numbers(params)) {
    if (known != name) continue;
    *number = value;
    return true;
  }
  return false;
}

bool Within(double value, double most) { return value >= 0 && value <= most; }

absl::Status CheckSpace(const ClosenessParams& params) {
  double sum = 0;
  for (const double weight : params.blocks) {
    if (!Within(weight, 1e6)) {
      return absl::InvalidArgumentError("weights of blocks must be 0 or more");
    }
    sum += weight;
  }
  if (sum <= 0) return absl::InvalidArgumentError("a block must weigh more than 0");
  if (!Within(params.damping, 2)) {
    return absl::InvalidArgumentError("damping must lie between 0 and 2");
  }
  if (params.dimensions >= 16 && params.dimensions <= 1024 && params.dimensions % 16 == 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError("dimensions must be a multiple of 16 from 16 to 1024");
}

}  // namespace

std::string_view BlockName(Block block) { return kBlockNames[static_cast<size_t>(block)]; }

absl::Status ClosenessParams::Validate() const {
  if (!Within(step_down, 1.0 / 3) || !Within(step_up, 1.0 / 3)) {
    return absl::InvalidArgumentError("what a level costs must lie between 0 and 1/3");
  }
  return CheckSpace(*this);
}

std::string ClosenessParams::Canonical() const {
  return StrCat("closeness-3\n", FormatClosenessParams(*this));
}

absl::StatusOr<ClosenessParams> ParseClosenessParams(std::string_view text,
                                                     std::string_view source) {
  ClosenessParams params;
  std::set<std::string, std::less<>> seen;
  int line_number = 0;
  for (const auto line : absl::StrSplit(ToAbsl(text), '\n')) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    const auto refuse = [&](std::string_view what) {
      return absl::InvalidArgumentError(StrCat(source, ":", line_number, ": ", what));
    };
    double value = 0;
    if (fields.size() != 2 || !absl::SimpleAtod(fields[1], &value) || !std::isfinite(value)) {
      return refuse("needs a name, a tab and a number");
    }
    if (!SetNumber(fields[0], value, &params)) return refuse("no such number of closeness");
    if (!seen.insert(fields[0]).second) return refuse("stands there twice");
  }
  if (seen.size() != Numbers(&params).size() + 1) {
    return absl::InvalidArgumentError(StrCat(source, ": not all numbers of closeness are there"));
  }
  const absl::Status valid = params.Validate();
  if (valid.ok()) return params;
  return absl::InvalidArgumentError(StrCat(source, ": ", FromAbsl(valid.message())));
}

std::string FormatClosenessParams(const ClosenessParams& params) {
  std::string text;
  for (const auto& [name, number] : Numbers(&params)) {
    StrAppend(&text, name, "\t");
    absl::StrAppendFormat(&text, "%.17g\n", *number);
  }
  return StrCat(text, kDimensions, "\t", params.dimensions, "\n");
}

}  // namespace overstap::transition
