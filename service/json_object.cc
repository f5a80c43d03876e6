#include "service/json_object.h"

#include <nlohmann/json.hpp>

#include "base/strings.h"

namespace overstap::service {

absl::StatusOr<std::string> CanonicalJsonObject(std::string_view field, std::string_view text) {
  constexpr int kMaxDepth = 32;
  using Json = nlohmann::json;
  bool too_deep = false;
  const auto watch_depth = [&too_deep](int depth, Json::parse_event_t, Json&) {
    if (depth > kMaxDepth) too_deep = true;
    return !too_deep;
  };
  const Json value = Json::parse(text, watch_depth, /*allow_exceptions=*/false);
  if (too_deep) {
    return absl::InvalidArgumentError(StrCat(field, " nests deeper than ", kMaxDepth));
  }
  if (value.is_discarded() || !value.is_object()) {
    return absl::InvalidArgumentError(StrCat(field, " is not a JSON object"));
  }
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace overstap::service
