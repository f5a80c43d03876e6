#include "service/convert_diff.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_common.h"
#include "service/convert_enums.h"

namespace overstap::service {
namespace {

constexpr size_t kPageSize = 1000;
constexpr size_t kMaxPageSize = 10'000;

v1::ConceptKind ToProto(ConceptKind kind) {
  switch (kind) {
    case ConceptKind::kOccupation:
      return v1::CONCEPT_KIND_OCCUPATION;
    case ConceptKind::kSkill:
      return v1::CONCEPT_KIND_SKILL;
    case ConceptKind::kKnowledge:
      return v1::CONCEPT_KIND_KNOWLEDGE;
    case ConceptKind::kSkillGroup:
      return v1::CONCEPT_KIND_SKILL_GROUP;
    case ConceptKind::kIscoGroup:
      return v1::CONCEPT_KIND_ISCO_GROUP;
  }
  return v1::CONCEPT_KIND_UNSPECIFIED;
}

v1::ConceptDetail ToProto(DetailKind kind) {
  switch (kind) {
    case DetailKind::kKind:
      return v1::CONCEPT_DETAIL_KIND;
    case DetailKind::kCode:
      return v1::CONCEPT_DETAIL_CODE;
    case DetailKind::kLevel:
      return v1::CONCEPT_DETAIL_LEVEL;
    case DetailKind::kOtherLabels:
      return v1::CONCEPT_DETAIL_LABELS;
    case DetailKind::kDescriptions:
      return v1::CONCEPT_DETAIL_DESCRIPTIONS;
  }
  return v1::CONCEPT_DETAIL_UNSPECIFIED;
}

void Fill(const DiffConcept& entry, v1::DiffConcept* message) {
  message->set_uri(entry.uri);
  message->set_label(entry.label);
  message->set_kind(ToProto(entry.kind));
}

void Fill(const std::vector<DiffConcept>& concepts,
          google::protobuf::RepeatedPtrField<v1::DiffConcept>* messages) {
  for (const DiffConcept& entry : concepts) Fill(entry, messages->Add());
}

void Fill(const ReplacedConcept& change, v1::ReplacedConcept* message) {
  Fill(change.from, message->mutable_from());
  Fill(change.into, message->mutable_into());
}

void Fill(const SplitConcept& change, v1::SplitConcept* message) {
  Fill(change.from, message->mutable_from());
  Fill(change.into, message->mutable_into());
}

void Fill(const MergedConcept& change, v1::MergedConcept* message) {
  Fill(change.from, message->mutable_from());
  Fill(change.into, message->mutable_into());
}

void Fill(const RenamedConcept& change, v1::RenamedConcept* message) {
  Fill(change.subject, message->mutable_subject());
  message->set_language_code(std::string(change.language.code()));
  message->set_before(change.before);
  message->set_after(change.after);
}

void Fill(const RelationChange& change, v1::ChangedRequirement* message) {
  Fill(change.occupation, message->mutable_occupation());
  Fill(change.skill, message->mutable_skill());
  if (change.before) message->set_before(service::ToProto(*change.before));
  if (change.after) message->set_after(service::ToProto(*change.after));
}

void Fill(const MovedConcept& change, v1::MovedConcept* message) {
  Fill(change.subject, message->mutable_subject());
  Fill(change.from, message->mutable_from());
  Fill(change.to, message->mutable_to());
}

void Fill(const DetailChange& change, v1::ChangedDetails* message) {
  Fill(change.subject, message->mutable_subject());
  for (const DetailKind what : change.what) message->add_details(ToProto(what));
}

v1::DiffCounts CountsOf(const TaxonomyDiff& diff) {
  const auto size = [](const auto& list) { return static_cast<int64_t>(list.size()); };
  v1::DiffCounts counts;
  counts.set_added(size(diff.added));
  counts.set_removed(size(diff.removed));
  counts.set_replaced(size(diff.replaced));
  counts.set_split(size(diff.split));
  counts.set_merged(size(diff.merged));
  counts.set_renamed(size(diff.renamed));
  counts.set_requirements(size(diff.relations));
  counts.set_moved(size(diff.moved));
  counts.set_details(size(diff.details));
  return counts;
}

// The changes from number `begin` up to `end` of all lists, one after the other.
class Page {
 public:
  Page(size_t begin, size_t end, v1::DiffVersionsResponse* response)
      : begin_(begin), end_(end), response_(*response) {}

  template <class Change, class Message>
  void Take(const std::vector<Change>& list, Message* (v1::TaxonomyChange::*field)()) {
    const size_t first = std::clamp(begin_, seen_, seen_ + list.size()) - seen_;
    const size_t last = std::clamp(end_, seen_, seen_ + list.size()) - seen_;
    for (size_t i = first; i < last; ++i) Fill(list[i], (response_.add_changes()->*field)());
    seen_ += list.size();
  }

  size_t seen() const { return seen_; }

 private:
  size_t begin_;
  size_t end_;
  size_t seen_ = 0;
  v1::DiffVersionsResponse& response_;
};

size_t TakePage(const TaxonomyDiff& diff, size_t begin, size_t end,
                v1::DiffVersionsResponse* response) {
  using Change = v1::TaxonomyChange;
  Page page(begin, end, response);
  page.Take(diff.added, &Change::mutable_added);
  page.Take(diff.removed, &Change::mutable_removed);
  page.Take(diff.replaced, &Change::mutable_replaced);
  page.Take(diff.split, &Change::mutable_split);
  page.Take(diff.merged, &Change::mutable_merged);
  page.Take(diff.renamed, &Change::mutable_renamed);
  page.Take(diff.relations, &Change::mutable_requirement);
  page.Take(diff.moved, &Change::mutable_moved);
  page.Take(diff.details, &Change::mutable_details);
  return page.seen();
}

absl::StatusOr<size_t> PageSizeOf(const v1::DiffVersionsRequest& request) {
  const auto asked =
      request.has_page_size() ? std::optional<int>(request.page_size()) : std::nullopt;
  return LimitOr(asked, kPageSize, kMaxPageSize);
}

}  // namespace

absl::Status CheckRequest(const v1::DiffVersionsRequest& request) {
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("before", request.before()));
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("after", request.after()));
  return PageSizeOf(request).status();
}

absl::Status FillPage(const v1::DiffVersionsRequest& request, const snapshot::VersionDiff& diff,
                      v1::DiffVersionsResponse* response) {
  OVERSTAP_ASSIGN_OR_RETURN(const size_t page_size, PageSizeOf(request));
  const std::string& token = request.page_token();
  size_t begin = 0;
  const auto [end_of_number, error] =
      std::from_chars(token.data(), token.data() + token.size(), begin);
  const bool is_number = error == std::errc() && end_of_number == token.data() + token.size();
  const size_t total = TakePage(diff.diff, 0, 0, response);
  if (!token.empty() && (!is_number || begin >= total)) {
    return absl::InvalidArgumentError(
        "page_token is not the next_page_token of a page of these two versions");
  }
  const size_t end = std::min(begin + page_size, total);
  TakePage(diff.diff, begin, end, response);
  response->set_before(diff.before);
  response->set_after(diff.after);
  *response->mutable_counts() = CountsOf(diff.diff);
  if (end < total) response->set_next_page_token(StrCat(end));
  return absl::OkStatus();
}

}  // namespace overstap::service
