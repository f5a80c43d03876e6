#include "service/convert_common.h"

#include "base/strings.h"

namespace overstap::service {
namespace {

v1::MatchKind KindOf(MatchKind kind) {
  switch (kind) {
    case MatchKind::kExact:
      return v1::MATCH_KIND_EXACT;
    case MatchKind::kClose:
      return v1::MATCH_KIND_CLOSE;
    case MatchKind::kBroad:
      return v1::MATCH_KIND_BROAD;
    case MatchKind::kNarrow:
      return v1::MATCH_KIND_NARROW;
  }
  return v1::MATCH_KIND_UNSPECIFIED;
}

}  // namespace

v1::Versions ToProto(const model::Versions& versions) {
  v1::Versions message;
  message.set_taxonomy(versions.taxonomy);
  message.set_data(versions.data);
  message.set_parameters(versions.parameters);
  return message;
}

v1::ConceptReference ToProto(const advice::ConceptRef& reference) {
  v1::ConceptReference message;
  message.set_uri(reference.uri);
  message.set_label(reference.label);
  return message;
}

v1::Explanation ToProto(const explain::Node& node) {
  v1::Explanation message;
  message.set_kind(node.kind);
  message.set_text(node.text);
  if (node.value) message.set_value(*node.value);
  for (const explain::Node& child : node.children) *message.add_children() = ToProto(child);
  return message;
}

v1::UriTranslation ToProto(const match::UriTranslation& translation) {
  v1::UriTranslation message;
  message.set_from_uri(translation.from_uri);
  message.set_to_uri(translation.to_uri);
  message.set_kind(KindOf(translation.kind));
  message.set_strength(translation.strength);
  message.set_basis(translation.basis == match::TranslationBasis::kVersion
                        ? v1::TRANSLATION_BASIS_VERSION
                        : v1::TRANSLATION_BASIS_CROSSWALK);
  return message;
}

void FillTranslations(const advice::Translations& translations,
                      google::protobuf::RepeatedPtrField<v1::UriTranslation>* messages) {
  for (const match::UriTranslation& translation : translations) {
    *messages->Add() = ToProto(translation);
  }
}

absl::StatusOr<size_t> LimitOr(std::optional<int> asked, size_t absent, size_t largest) {
  if (!asked) return absent;
  if (*asked >= 1 && static_cast<size_t>(*asked) <= largest) return static_cast<size_t>(*asked);
  return absl::InvalidArgumentError(
      StrCat("limit is ", *asked, "; it must be between 1 and ", largest));
}

absl::Status CheckAsked(std::string_view field, std::string_view text) {
  constexpr size_t kMaxAskedBytes = 1000;
  if (text.empty()) return absl::InvalidArgumentError(StrCat(field, " is missing or empty"));
  if (text.size() <= kMaxAskedBytes) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(field, " is longer than ", kMaxAskedBytes, " bytes"));
}

}  // namespace overstap::service
