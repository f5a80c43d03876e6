#include "service/record_changes.h"

#include <set>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/validation.h"
#include "service/convert_records.h"
#include "service/import_problem.h"

namespace overstap::service {
namespace {

absl::Status CheckCount(int count, std::string_view what) {
  if (count == 0) return absl::InvalidArgumentError(StrCat("no ", what, " came"));
  if (count <= kMostChanges) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(count, " ", what, " came at once; send at most ", kMostChanges, " in a request"));
}

template <class Message, class Response>
absl::StatusOr<RecordWrite> Read(const google::protobuf::RepeatedPtrField<Message>& messages,
                                 const Taxonomies& taxonomies, const store::Store& store,
                                 Response* response) {
  OVERSTAP_RETURN_IF_ERROR(CheckCount(messages.size(), "records"));
  RecordWrite write(store);
  absl::Status first_refusal;
  for (int i = 0; i < messages.size(); ++i) {
    const std::string& id = messages[i].id();
    auto record = FromProto(messages[i]);
    if (!record.ok()) {
      if (first_refusal.ok()) first_refusal = record.status();
      response->set_refused_count(response->refused_count() + 1);
      AddProblem(i + 1, id, "bad_record", FromAbsl(record.status().message()),
                 v1::IMPORT_SEVERITY_REFUSED, response);
      continue;
    }
    for (const UnknownUri& unknown : FindUnknownUris(*record, taxonomies)) {
      AddProblem(i + 1, id, unknown.code, StrCat("no current taxonomy has ", unknown.uri),
                 v1::IMPORT_SEVERITY_WARNING, response);
    }
    write.Put(*std::move(record));
  }
  response->set_accepted_count(messages.size() - response->refused_count());
  if (!write.changes().empty()) return write;
  return absl::InvalidArgumentError(StrCat(FromAbsl(first_refusal.message()), " (all ",
                                           messages.size(), " records are refused)"));
}

}  // namespace

absl::StatusOr<RecordWrite> ReadUpsert(const v1::UpsertVacanciesRequest& request,
                                       const Taxonomies& taxonomies, const store::Store& store,
                                       v1::UpsertVacanciesResponse* response) {
  return Read(request.vacancies(), taxonomies, store, response);
}

absl::StatusOr<RecordWrite> ReadUpsert(const v1::UpsertProfilesRequest& request,
                                       const Taxonomies& taxonomies, const store::Store& store,
                                       v1::UpsertProfilesResponse* response) {
  return Read(request.profiles(), taxonomies, store, response);
}

absl::StatusOr<std::vector<std::string>> ReadIds(
    const google::protobuf::RepeatedPtrField<std::string>& ids) {
  OVERSTAP_RETURN_IF_ERROR(CheckCount(ids.size(), "ids"));
  std::set<std::string_view> seen;
  std::vector<std::string> read;
  for (const std::string& id : ids) {
    OVERSTAP_RETURN_IF_ERROR(model::CheckId(id));
    if (seen.insert(id).second) read.push_back(id);
  }
  return read;
}

}  // namespace overstap::service
