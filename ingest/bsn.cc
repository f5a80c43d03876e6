#include "ingest/bsn.h"

#include <algorithm>
#include <string>

#include "engine/model/bsn.h"

namespace overstap::ingest {

bool AnyTextHoldsBsn(const nlohmann::json& value) {
  if (value.is_string()) return model::HoldsBsn(value.get_ref<const std::string&>());
  if (value.is_number_unsigned()) return model::HoldsBsn(value.dump());
  if (value.is_object()) {
    for (const auto& item : value.items()) {
      if (model::HoldsBsn(item.key()) || AnyTextHoldsBsn(item.value())) return true;
    }
  }
  if (value.is_array()) {
    return std::any_of(value.begin(), value.end(),
                       [](const nlohmann::json& element) { return AnyTextHoldsBsn(element); });
  }
  return false;
}

absl::Status CheckNoBsn(const nlohmann::json& value) {
  if (!AnyTextHoldsBsn(value)) return absl::OkStatus();
  return model::RefuseBsn();
}

}  // namespace overstap::ingest
