#include "engine/store/crosswalk_record.h"

#include <optional>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/stored_fields.h"
#include "overstap/storage/v1/records.pb.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

constexpr EnumTable<MatchKind, pb::MatchKind, kMatchKindCount> kMatchKinds = {{
    {MatchKind::kExact, pb::MATCH_KIND_EXACT},
    {MatchKind::kClose, pb::MATCH_KIND_CLOSE},
    {MatchKind::kBroad, pb::MATCH_KIND_BROAD},
    {MatchKind::kNarrow, pb::MATCH_KIND_NARROW},
}};

absl::Status CheckSchemes(const Crosswalk& crosswalk) {
  FieldChecks checks;
  checks.Text("from_scheme", crosswalk.from_scheme);
  checks.Text("to_scheme", crosswalk.to_scheme);
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  if (crosswalk.from_scheme.empty() || crosswalk.to_scheme.empty() ||
      crosswalk.from_scheme == crosswalk.to_scheme) {
    return absl::InvalidArgumentError(StrCat("a crosswalk leads from one scheme to another, not '",
                                             crosswalk.from_scheme, "' to '", crosswalk.to_scheme,
                                             "'"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> Encode(const Crosswalk& crosswalk) {
  OVERSTAP_RETURN_IF_ERROR(CheckSchemes(crosswalk));
  Crosswalk canonical = crosswalk;
  Canonicalise(&canonical);
  FieldChecks checks;
  pb::Crosswalk stored;
  for (const CrosswalkLink& link : canonical.links) {
    if (link.from_uri.empty() || link.to_uri.empty()) checks.Fail("links", "has an empty URI");
    pb::CrosswalkLink* added = stored.add_links();
    added->set_from_uri(checks.Text("links", link.from_uri));
    added->set_to_uri(checks.Text("links", link.to_uri));
    added->set_kind(ToStored(kMatchKinds, link.kind));
  }
  for (const CrosswalkLabel& label : canonical.labels) {
    if (!Language::Parse(label.language.code())) {
      checks.Fail("labels", "has a language of another form");
    }
    pb::CrosswalkLabel* added = stored.add_labels();
    added->set_uri(checks.Text("labels", label.uri));
    added->set_language(std::string(label.language.code()));
    added->set_text(checks.Text("labels", label.text));
  }
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::StatusOr<Crosswalk> DecodeCrosswalk(std::string from_scheme, std::string to_scheme,
                                          std::string_view bytes) {
  constexpr std::string_view kWhat = "crosswalk";
  const std::string name = StrCat(from_scheme, " to ", to_scheme);
  pb::Crosswalk stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord(kWhat, name, bytes, &stored));
  Crosswalk crosswalk = {std::move(from_scheme), std::move(to_scheme)};
  crosswalk.links.reserve(static_cast<size_t>(stored.links_size()));
  for (pb::CrosswalkLink& link : *stored.mutable_links()) {
    const std::optional<MatchKind> kind = FromStored(kMatchKinds, link.kind());
    if (!kind) return DamagedRecord(kWhat, name, "a link");
    crosswalk.links.push_back(
        {std::move(*link.mutable_from_uri()), std::move(*link.mutable_to_uri()), *kind});
  }
  crosswalk.labels.reserve(static_cast<size_t>(stored.labels_size()));
  for (pb::CrosswalkLabel& label : *stored.mutable_labels()) {
    const std::optional<Language> language = Language::Parse(label.language());
    if (!language) return DamagedRecord(kWhat, name, "a label");
    crosswalk.labels.push_back(
        {std::move(*label.mutable_uri()), *language, std::move(*label.mutable_text())});
  }
  return crosswalk;
}

}  // namespace overstap::store
