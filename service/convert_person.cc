#include "service/convert_person.h"

#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_common.h"
#include "service/convert_records.h"

namespace overstap::service {
namespace {

constexpr int kMaxOccupations = 100;
constexpr int kMaxSkills = 1000;

using Texts = google::protobuf::RepeatedPtrField<std::string>;

absl::Status CopyAsked(std::string_view field, const Texts& texts, int most,
                       std::vector<std::string>* copy) {
  if (texts.size() > most) {
    return absl::InvalidArgumentError(StrCat(field, " has more than ", most, " elements"));
  }
  for (const std::string& text : texts) {
    OVERSTAP_RETURN_IF_ERROR(CheckAsked(field, text));
    copy->push_back(text);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<advice::PersonParams> FromProto(const v1::Person& person) {
  advice::PersonParams params;
  if (person.has_profile()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.profile, FromProto(person.profile()));
  }
  OVERSTAP_RETURN_IF_ERROR(
      CopyAsked("occupations", person.occupations(), kMaxOccupations, &params.occupations));
  OVERSTAP_RETURN_IF_ERROR(CopyAsked("skills", person.skills(), kMaxSkills, &params.skills));
  params.region = person.region();
  if (person.has_pay_eur()) params.pay_eur = person.pay_eur();
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

v1::Understood ToProto(const advice::Understood& understood) {
  v1::Understood message;
  message.set_text(understood.text);
  *message.mutable_reference() = ToProto(understood.concept_ref);
  message.set_score(understood.score);
  return message;
}

}  // namespace overstap::service
