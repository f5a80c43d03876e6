// The parameters of a query, each checked.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/http/problem.h"
#include "service/http/target.h"
#include "taxonomy/language.h"

namespace overstap::http {

// Each call names one parameter and thereby makes it known; what is wrong is added to `faults`. Not
// thread-safe; owns neither.
class QueryReader {
 public:
  QueryReader(const Target& target, Faults* faults) : target_(target), faults_(*faults) {}

  // Empty when it is not there.
  std::string Text(std::string_view name, size_t max_bytes);
  size_t Whole(std::string_view name, size_t otherwise, size_t low, size_t high);
  double Number(std::string_view name, double otherwise, double low, double high);
  // One of `names`, of which the first counts when it is not there.
  std::string OneOf(std::string_view name, std::span<const std::string_view> names);
  // "language" before the default order.
  LanguageOrder Languages();

  // Parameters that no call named or that stand twice are faults too. kInvalidArgument when there
  // are any.
  absl::Status Finish();

 private:
  const std::string* Find(std::string_view name);
  void Fail(std::string_view name, std::string_view code, std::string detail);

  const Target& target_;
  Faults& faults_;
  std::vector<std::string> known_;
};

}  // namespace overstap::http
