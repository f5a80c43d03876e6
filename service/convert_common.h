// What answers have in common: from the engine to the public contract.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/explain/tree.h"
#include "engine/model/versions.h"
#include "overstap/v1/common.pb.h"

namespace overstap::service {

v1::Versions ToProto(const model::Versions& versions);
v1::ConceptReference ToProto(const advice::ConceptRef& reference);
v1::Explanation ToProto(const explain::Node& node);
v1::UriTranslation ToProto(const match::UriTranslation& translation);
void FillTranslations(const advice::Translations& translations,
                      google::protobuf::RepeatedPtrField<v1::UriTranslation>* messages);

// A limit that a request may leave open. kInvalidArgument outside 1..largest.
absl::StatusOr<size_t> LimitOr(std::optional<int> asked, size_t absent, size_t largest);

// A text that a person typed. kInvalidArgument, naming the field, when it is empty or longer than
// 1,000 bytes.
absl::Status CheckAsked(std::string_view field, std::string_view text);

}  // namespace overstap::service
