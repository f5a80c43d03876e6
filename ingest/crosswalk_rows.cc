#include "ingest/crosswalk_rows.h"

#include <algorithm>
#include <utility>

#include "ingest/crosswalk_uris.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

constexpr int64_t kProgressRows = 5000;

bool SaysNoRelation(std::string_view relation) {
  const std::string folded = FoldLabel(relation);
  return folded == "no relation" || folded == "norelation" || folded == "no match" ||
         folded == "nomatch";
}

}  // namespace

void CrosswalkRows::BeginRow(int64_t line) {
  line_ = line;
  if (report_.read++ % kProgressRows == 0) {
    progress_.Update(StrCat("reading ", file_), report_.read - 1, 0);
  }
}

void CrosswalkRows::Refuse(std::string_view code, std::string_view message) {
  report_.Refuse(file_, line_, std::string(code), std::string(message));
}

void CrosswalkRows::Warn(std::string_view code, std::string_view message) {
  report_.Warn(file_, line_, std::string(code), std::string(message));
}

void CrosswalkRows::AddLink(const CrosswalkEnd& from, std::string_view relation,
                            const CrosswalkEnd& to) {
  if (SaysNoRelation(relation)) {
    ++unrelated_;
    return Accept();
  }
  const auto kind = MatchKindOfRelation(relation);
  if (!kind) {
    return Refuse("unknown_relation",
                  StrCat("relation '", relation, "' is not exact, close, broad or narrow (match)"));
  }
  AddLink(from, *kind, to);
}

void CrosswalkRows::AddLink(const CrosswalkEnd& from, MatchKind kind, const CrosswalkEnd& to) {
  const auto from_uri = UriInScheme(from.scheme, from.text);
  const auto to_uri = UriInScheme(to.scheme, to.text);
  if (!from_uri || !to_uri) {
    const CrosswalkEnd& bad = from_uri ? to : from;
    return Refuse("bad_uri", StrCat("'", bad.text, "' is no URI or code of ", bad.scheme));
  }
  if (from.scheme == to.scheme) {
    return Refuse("same_scheme", StrCat("both ends belong to ", from.scheme, ": ", *from_uri));
  }
  Between(from.scheme, to.scheme).links.push_back({*from_uri, *to_uri, kind});
  Accept();
  const auto [first, is_new] = line_of_pair_.emplace(StrCat(*from_uri, "\t", *to_uri), line_);
  if (!is_new) {
    Warn("duplicate_link",
         StrCat("the pair stands on line ", first->second, " too: ", *from_uri, " and ", *to_uri));
  }
}

void CrosswalkRows::AddLabel(std::string_view from_scheme, std::string_view to_scheme,
                             std::string_view uri, std::string_view text) {
  std::string clean = CleanLabel(text);
  if (clean.empty()) return;
  const auto [known, is_new] = label_of_uri_.emplace(std::string(uri), clean);
  if (is_new) {
    Between(from_scheme, to_scheme).labels.push_back({std::string(uri), kDutch, std::move(clean)});
  } else if (known->second != clean) {
    Warn("two_labels", StrCat(uri, " is called '", known->second, "' and '", clean, "'"));
  }
}

absl::StatusOr<std::vector<Crosswalk>> CrosswalkRows::Take() {
  if (unrelated_ > 0) {
    report_.Warn(file_, 0, "no_relation",
                 StrCat(unrelated_, " rows say that there is no counterpart"));
  }
  std::erase_if(crosswalks_, [](const Crosswalk& c) { return c.links.empty(); });
  if (crosswalks_.empty()) {
    return absl::InvalidArgumentError(StrCat(file_, ":1: no link in the file was accepted (",
                                             report_.refused, " of ", report_.read,
                                             " rows are refused)"));
  }
  for (Crosswalk& crosswalk : crosswalks_) Canonicalise(&crosswalk);
  return std::move(crosswalks_);
}

Crosswalk& CrosswalkRows::Between(std::string_view from_scheme, std::string_view to_scheme) {
  const auto found = std::find_if(crosswalks_.begin(), crosswalks_.end(),
                                  [from_scheme, to_scheme](const Crosswalk& c) {
                                    return c.from_scheme == from_scheme && c.to_scheme == to_scheme;
                                  });
  if (found != crosswalks_.end()) return *found;
  return crosswalks_.emplace_back(Crosswalk{std::string(from_scheme), std::string(to_scheme)});
}

std::optional<MatchKind> MatchKindOfRelation(std::string_view relation) {
  const size_t start = relation.find_first_not_of(" \t");
  if (start == std::string_view::npos) return std::nullopt;
  relation = relation.substr(start, relation.find_last_not_of(" \t") - start + 1);
  for (const std::string_view prefix : {"skos:", "http://www.w3.org/2004/02/skos/core#"}) {
    if (relation.starts_with(prefix)) relation.remove_prefix(prefix.size());
  }
  if (relation == "exactISCO") return MatchKind::kExact;
  if (relation.ends_with("Match")) relation.remove_suffix(std::string_view("Match").size());
  return ParseMatchKind(relation);
}

}  // namespace overstap::ingest
