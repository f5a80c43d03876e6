#include "service/convert_extract.h"

#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/extract.h"
#include "engine/model/validation.h"
#include "service/convert_common.h"
#include "service/convert_enums.h"

namespace overstap::service {
namespace {

using extract::DocumentKind;

v1::TextKind KindOf(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kVacancy:
      return v1::TEXT_KIND_VACANCY;
    case DocumentKind::kCv:
      return v1::TEXT_KIND_CV;
    case DocumentKind::kCourse:
      return v1::TEXT_KIND_COURSE;
  }
  return v1::TEXT_KIND_UNSPECIFIED;
}

absl::StatusOr<std::optional<DocumentKind>> FromProto(v1::TextKind kind) {
  switch (kind) {
    case v1::TEXT_KIND_UNSPECIFIED:
      return std::nullopt;
    case v1::TEXT_KIND_VACANCY:
      return DocumentKind::kVacancy;
    case v1::TEXT_KIND_CV:
      return DocumentKind::kCv;
    case v1::TEXT_KIND_COURSE:
      return DocumentKind::kCourse;
    default:
      return absl::InvalidArgumentError("kind is not one of the contract");
  }
}

void Fill(extract::ByteRange bytes, v1::TextRange* range) {
  range->set_begin(bytes.begin);
  range->set_end(bytes.end);
}

void Fill(const advice::ExtractedOccupation& found, v1::ExtractedOccupation* message) {
  message->mutable_occupation()->set_uri(found.concept_ref.uri);
  message->mutable_occupation()->set_label(found.concept_ref.label);
  message->set_score(found.score);
  message->set_matched_label(found.matched_label);
  Fill(found.bytes, message->mutable_range());
  if (found.years) message->set_years(*found.years);
  if (found.until) message->set_until(*found.until);
}

void Fill(const advice::ExtractedSkill& found, v1::ExtractedSkill* message) {
  message->mutable_skill()->set_uri(found.concept_ref.uri);
  message->mutable_skill()->set_label(found.concept_ref.label);
  message->set_score(found.score);
  message->set_matched_label(found.matched_label);
  Fill(found.bytes, message->mutable_range());
  message->set_section(std::string(extract::SectionName(found.section)));
  if (found.importance) message->set_importance(ToProto(*found.importance));
  if (found.years) message->set_years(*found.years);
}

void Fill(const advice::UnmatchedText& found, v1::UnmatchedText* message) {
  message->set_text(found.text);
  Fill(found.bytes, message->mutable_range());
}

void Fill(const extract::FoundLicence& found, v1::ExtractedLicence* message) {
  message->set_id(found.id);
  message->set_label(found.name);
  Fill(found.bytes, message->mutable_range());
  if (found.importance) message->set_importance(ToProto(*found.importance));
}

void Fill(const extract::FoundRegulation& found, v1::ExtractedRegulation* message) {
  message->set_id(found.id);
  message->set_label(found.name);
  message->set_rule(found.rule);
  Fill(found.bytes, message->mutable_range());
}

void Fill(const advice::ExtractResult& result, v1::Extraction* message) {
  message->set_kind(KindOf(result.kind));
  for (const auto& found : result.occupations) Fill(found, message->add_occupations());
  for (const auto& found : result.skills) Fill(found, message->add_skills());
  for (const auto& found : result.unmatched) Fill(found, message->add_unmatched());
  for (const auto& found : result.licences) Fill(found, message->add_licences());
  for (const auto& found : result.regulations) Fill(found, message->add_regulations());
  if (result.level) {
    message->mutable_level()->set_level(result.level->level);
    message->mutable_level()->set_label(result.level->name);
    Fill(result.level->bytes, message->mutable_level()->mutable_range());
  }
  if (result.hours) {
    message->mutable_hours()->set_min(result.hours->min);
    message->mutable_hours()->set_max(result.hours->max);
    Fill(result.hours->bytes, message->mutable_hours()->mutable_range());
  }
}

template <class Request, class Response>
absl::Status Answer(const advice::Context& context, const Request& request, Response* response) {
  if (request.text().empty()) return absl::InvalidArgumentError("text is empty");
  advice::ExtractParams params;
  params.text = request.text();
  OVERSTAP_ASSIGN_OR_RETURN(params.kind, FromProto(request.kind()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExtractResult result, advice::Extract(context, params));
  *response->mutable_versions() = ToProto(result.versions);
  Fill(result, response->mutable_extraction());
  return absl::OkStatus();
}

}  // namespace

absl::Status AnswerExtract(const advice::Context& context, const v1::ExtractRequest& request,
                           v1::ExtractResponse* response) {
  return Answer(context, request, response);
}

absl::Status AnswerExtract(const advice::Context& context, const v1::StreamExtractRequest& request,
                           v1::StreamExtractResponse* response) {
  if (request.id().size() > model::kMaxIdBytes) {
    return absl::InvalidArgumentError(StrCat("id is longer than ", model::kMaxIdBytes, " bytes"));
  }
  OVERSTAP_RETURN_IF_ERROR(Answer(context, request, response));
  response->set_id(request.id());
  return absl::OkStatus();
}

}  // namespace overstap::service
