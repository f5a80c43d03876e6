#include "ingest/europass.h"

#include <utility>

#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/bsn.h"
#include "ingest/europass_cv.h"
#include "ingest/europass_person.h"
#include "ingest/xml_tree.h"

namespace overstap::ingest {
namespace {

constexpr size_t kHashDigits = 24;

std::string IdOf(std::string_view xml) {
  ContentHasher hasher;
  hasher.Add(xml);
  return StrCat("europass-", hasher.HexDigest(kHashDigits));
}

}  // namespace

absl::StatusOr<RecordDraft<model::Profile>> ProfileFromEuropass(std::string_view xml) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<pugi::xml_document> document, ParseXml(xml));
  if (AnyText(*document, model::HoldsBsn)) return model::RefuseBsn();
  const pugi::xml_node root = document->document_element();
  RecordDraft<model::Profile> draft;
  draft.record.id = IdOf(xml);
  if (LocalName(root) == "Candidate") {
    DropCandidatePerson(Child(root, "CandidatePerson"), &draft);
    ReadCandidateProfile(Child(root, "CandidateProfile"), &draft);
  } else if (const pugi::xml_node learner = Child(root, "LearnerInfo"); learner) {
    DropIdentification(Child(learner, "Identification"), &draft);
    ReadLearner(learner, &draft);
  } else {
    return absl::InvalidArgumentError(
        "not a Europass CV: neither Candidate nor SkillsPassport with LearnerInfo");
  }
  OVERSTAP_RETURN_IF_ERROR(Validate(draft.record));
  return draft;
}

}  // namespace overstap::ingest
