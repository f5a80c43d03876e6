#include "ingest/plain_json.h"

#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "base/strings.h"
#include "ingest/flat_json.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;
using Kind = FlatValue::Kind;
using Values = std::vector<FlatValue>;

bool Fill(const Values& values, size_t at, json* value);

bool FillList(const Values& values, size_t at, json* value) {
  auto& list = *value->get_ptr<json::array_t*>();
  list.reserve(values[at].members);
  for (size_t element = at + 1; element < values[at].end; element = values[element].end) {
    if (!Fill(values, element, &list.emplace_back(nullptr))) return false;
  }
  return true;
}

// False when a key stands twice.
bool FillObject(const Values& values, size_t at, json* value) {
  auto& object = *value->get_ptr<json::object_t*>();
  for (size_t member = at + 1; member < values[at].end; member = values[member].end) {
    const auto [slot, is_new] = object.emplace(std::string(values[member].key), nullptr);
    if (!is_new || !Fill(values, member, &slot->second)) return false;
  }
  return true;
}

bool FillWhole(std::string_view text, json* value) {
  int64_t number = 0;
  if (!absl::SimpleAtoi(ToAbsl(text), &number)) return false;
  if (number < 0) {
    *value = number;
  } else {
    *value = static_cast<uint64_t>(number);
  }
  return true;
}

bool Fill(const Values& values, size_t at, json* value) {
  switch (values[at].kind) {
    case Kind::kNull:
      return true;
    case Kind::kFalse:
    case Kind::kTrue:
      *value = values[at].kind == Kind::kTrue;
      return true;
    case Kind::kWhole:
      return FillWhole(values[at].text, value);
    case Kind::kFraction:
      *value = values[at].number;
      return true;
    case Kind::kText:
      *value = std::string(values[at].text);
      return true;
    case Kind::kList:
      *value = json::array();
      return FillList(values, at, value);
    case Kind::kObject:
      *value = json::object();
      return FillObject(values, at, value);
  }
  return false;
}

}  // namespace

bool ReadPlainJson(std::string_view text, json* root) {
  FlatJson flat;
  *root = nullptr;
  return flat.Read(text) && Fill(flat.values(), 0, root);
}

}  // namespace overstap::ingest
