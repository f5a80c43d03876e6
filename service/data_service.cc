#include "service/data_service.h"

#include <optional>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/call_guard.h"
#include "service/convert_common.h"
#include "service/record_changes.h"
#include "service/record_import.h"
#include "service/unary_call.h"

namespace overstap::service {
namespace {

Taxonomies TaxonomiesOf(const snapshot::Snapshot& snapshot) {
  Taxonomies taxonomies = {&snapshot.taxonomy()};
  for (const Taxonomy& other : snapshot.others()) taxonomies.push_back(&other);
  return taxonomies;
}

v1::MigrationCount ToProto(const snapshot::MigrationCount& count) {
  v1::MigrationCount message;
  message.set_record_count(count.records);
  message.set_replaced_count(count.replaced);
  message.set_split_count(count.split);
  message.set_crosswalked_count(count.crosswalked);
  message.set_unknown_count(count.unknown);
  return message;
}

v1::MigrationReport ToProto(const snapshot::MigrationReport& report) {
  v1::MigrationReport message;
  *message.mutable_vacancies() = ToProto(report.vacancies);
  *message.mutable_profiles() = ToProto(report.profiles);
  *message.mutable_courses() = ToProto(report.courses);
  return message;
}

}  // namespace

// One call of Import. Everything but the reading itself runs on the worker.
class DataServiceImpl::ImportCall final : public grpc::ServerReadReactor<v1::ImportRequest> {
 public:
  ImportCall(DataServiceImpl* service, grpc::CallbackServerContext* context,
             v1::ImportResponse* response)
      : service_(*service), guard_(context), response_(response) {
    StartRead(&message_);
  }

  void OnReadDone(bool ok) override {
    service_.writer_.Post([this, ok] { Continue(ok); });
  }

  void OnDone() override { delete this; }

 private:
  void Continue(bool has_message) {
    absl::Status status = guard_.Check();
    if (status.ok() && !has_message) {
      status = absl::InvalidArgumentError("the stream stopped without an end; send it again");
    }
    if (status.ok()) status = Take();
    if (status.ok() && !ended_) {
      StartRead(&message_);
      return;
    }
    Close(std::move(status));
  }

  absl::Status Take() {
    switch (message_.part_case()) {
      case v1::ImportRequest::kHeader:
        return Begin();
      case v1::ImportRequest::kRecords:
        OVERSTAP_RETURN_IF_ERROR(CheckBegun());
        return Add();
      case v1::ImportRequest::kEnd:
        OVERSTAP_RETURN_IF_ERROR(CheckBegun());
        return End();
      case v1::ImportRequest::PART_NOT_SET:
        return absl::InvalidArgumentError("a message is empty; send a header, records or an end");
    }
    return absl::InternalError("a message has a part that this version does not know");
  }

  absl::Status Begin() {
    if (import_ != nullptr) return absl::InvalidArgumentError("a second header came");
    snapshot_ = service_.live_.Current();
    OVERSTAP_ASSIGN_OR_RETURN(
        import_,
        RecordImport::Begin(message_.header(), TaxonomiesOf(*snapshot_), &service_.store_));
    const v1::RecordKind kind = message_.header().kind();
    OVERSTAP_RETURN_IF_ERROR(service_.Claim(kind));
    claimed_ = kind;
    return absl::OkStatus();
  }

  absl::Status CheckBegun() const {
    if (import_ != nullptr) return absl::OkStatus();
    return absl::InvalidArgumentError("the first message must be a header");
  }

  absl::Status Add() {
    const absl::Status status = import_->Add(message_.records());
    service_.writer_.Note(import_->TakeWritten());
    return status;
  }

  absl::Status End() {
    ended_ = true;
    OVERSTAP_ASSIGN_OR_RETURN(*response_, import_->End(message_.end()));
    return absl::OkStatus();
  }

  // What is in the store is published even when the import failed further on.
  void Close(absl::Status status) {
    if (import_ != nullptr && import_->has_written()) {
      const absl::Status published = Publish();
      if (status.ok()) status = published;
    }
    if (status.ok()) {
      *response_->mutable_versions() = ToProto(service_.live_.Current()->versions());
    }
    if (claimed_) service_.Release(*claimed_);
    Finish(ToGrpcStatus(status));
  }

  absl::Status Publish() {
    service_.writer_.Note(import_->TakeWritten());
    if (claimed_ != v1::RECORD_KIND_VACANCIES && claimed_ != v1::RECORD_KIND_PROFILES) {
      service_.writer_.NoteOther();
    }
    OVERSTAP_RETURN_IF_ERROR(service_.writer_.Publish());
    if (claimed_ == v1::RECORD_KIND_VACANCIES) service_.writer_.RefreshSuggester();
    return absl::OkStatus();
  }

  DataServiceImpl& service_;
  CallGuard guard_;
  v1::ImportResponse* response_;
  v1::ImportRequest message_;
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
  std::unique_ptr<RecordImport> import_;
  std::optional<v1::RecordKind> claimed_;
  bool ended_ = false;
};

grpc::ServerReadReactor<v1::ImportRequest>* DataServiceImpl::Import(
    grpc::CallbackServerContext* context, v1::ImportResponse* response) {
  return new ImportCall(this, context, response);
}

grpc::ServerUnaryReactor* DataServiceImpl::Stats(grpc::CallbackServerContext* context,
                                                 const v1::StatsRequest*,
                                                 v1::StatsResponse* response) {
  return AnswerUnary(context, [&]() -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const std::vector<store::InterruptedImport> interrupted,
                              store_.InterruptedImports());
    const std::shared_ptr<const snapshot::Snapshot> now = live_.Current();
    *response->mutable_versions() = ToProto(now->versions());
    const auto count = [](size_t size) { return static_cast<int64_t>(size); };
    response->set_occupation_count(count(now->taxonomy().occupation_count()));
    response->set_skill_count(count(now->taxonomy().skill_count()));
    response->set_relation_count(count(now->taxonomy().requirement_count()));
    response->set_vacancy_count(count(now->vacancies().size()));
    response->set_profile_count(count(now->profiles().size()));
    response->set_course_count(count(now->catalogue().size()));
    response->set_scheme_count(count(now->schemes().size()));
    response->set_region_count(count(now->regions().size()));
    response->set_demand_count(count(now->demand().size()));
    response->set_place_count(count(now->places().size()));
    *response->mutable_migration() = ToProto(now->migration());
    for (const store::InterruptedImport& import : interrupted) {
      if (IsClaimed(import.kind)) continue;
      v1::InterruptedImport* added = response->add_interrupted_imports();
      added->set_kind(import.kind);
      added->set_source(import.source);
    }
    return absl::OkStatus();
  });
}

absl::Status DataServiceImpl::Claim(v1::RecordKind kind) {
  const std::lock_guard lock(mutex_);
  if (running_kinds_.emplace(RecordKindName(kind)).second) return absl::OkStatus();
  return absl::AbortedError(
      StrCat("an import of ", RecordKindName(kind), " is running; try again when it has ended"));
}

void DataServiceImpl::Release(v1::RecordKind kind) {
  const std::lock_guard lock(mutex_);
  running_kinds_.erase(std::string(RecordKindName(kind)));
}

bool DataServiceImpl::IsClaimed(const std::string& kind_name) const {
  const std::lock_guard lock(mutex_);
  return running_kinds_.contains(kind_name);
}

// The call ends on the thread that writes to the disk, when the records are there and visible.
template <class Request, class Response>
grpc::ServerUnaryReactor* DataServiceImpl::AnswerUpsert(grpc::CallbackServerContext* context,
                                                        const Request& request,
                                                        Response* response) {
  grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
  absl::StatusOr<RecordWrite> write =
      ReadUpsert(request, TaxonomiesOf(*live_.Current()), store_, response);
  if (!write.ok()) {
    reactor->Finish(ToGrpcStatus(write.status()));
    return reactor;
  }
  writer_.Write(*std::move(write),
                [this, reactor, response](const absl::Status& status, const snapshot::Snapshot&) {
                  *response->mutable_versions() = ToProto(live_.Current()->versions());
                  reactor->Finish(ToGrpcStatus(status));
                });
  return reactor;
}

grpc::ServerUnaryReactor* DataServiceImpl::UpsertVacancies(
    grpc::CallbackServerContext* context, const v1::UpsertVacanciesRequest* request,
    v1::UpsertVacanciesResponse* response) {
  return AnswerUpsert(context, *request, response);
}

grpc::ServerUnaryReactor* DataServiceImpl::UpsertProfiles(grpc::CallbackServerContext* context,
                                                          const v1::UpsertProfilesRequest* request,
                                                          v1::UpsertProfilesResponse* response) {
  return AnswerUpsert(context, *request, response);
}

template <class Kind, class Request, class Response>
grpc::ServerUnaryReactor* DataServiceImpl::AnswerDelete(grpc::CallbackServerContext* context,
                                                        const Request& request,
                                                        Response* response) {
  grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
  const absl::StatusOr<std::vector<std::string>> ids = ReadIds(request.ids());
  if (!ids.ok()) {
    reactor->Finish(ToGrpcStatus(ids.status()));
    return reactor;
  }
  RecordWrite write(store_);
  for (const std::string& id : *ids) Kind::Delete(id, &write);
  const auto done = [this, reactor, response, ids = *ids](const absl::Status& status,
                                                          const snapshot::Snapshot& before) {
    for (const std::string& id : ids) {
      if (!Kind::IsIn(before, id)) response->add_unknown_ids(id);
    }
    response->set_deleted_count(static_cast<int64_t>(ids.size()) - response->unknown_ids_size());
    *response->mutable_versions() = ToProto(live_.Current()->versions());
    reactor->Finish(ToGrpcStatus(status));
  };
  writer_.Write(std::move(write), done);
  return reactor;
}

struct DataServiceImpl::VacancyKind {
  static void Delete(const std::string& id, RecordWrite* write) { write->DeleteVacancy(id); }
  static bool IsIn(const snapshot::Snapshot& snapshot, const std::string& id) {
    return snapshot.vacancies().Find(id) != snapshot.vacancies().end();
  }
};

struct DataServiceImpl::ProfileKind {
  static void Delete(const std::string& id, RecordWrite* write) { write->DeleteProfile(id); }
  static bool IsIn(const snapshot::Snapshot& snapshot, const std::string& id) {
    return snapshot.profiles().Find(id) != snapshot.profiles().end();
  }
};

grpc::ServerUnaryReactor* DataServiceImpl::DeleteVacancies(
    grpc::CallbackServerContext* context, const v1::DeleteVacanciesRequest* request,
    v1::DeleteVacanciesResponse* response) {
  return AnswerDelete<VacancyKind>(context, *request, response);
}

grpc::ServerUnaryReactor* DataServiceImpl::DeleteProfiles(grpc::CallbackServerContext* context,
                                                          const v1::DeleteProfilesRequest* request,
                                                          v1::DeleteProfilesResponse* response) {
  return AnswerDelete<ProfileKind>(context, *request, response);
}

}  // namespace overstap::service
