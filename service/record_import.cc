#include "service/record_import.h"

#include <array>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/validation.h"
#include "service/convert_demand.h"
#include "service/convert_records.h"
#include "service/cut_text.h"
#include "service/import_problem.h"
#include "service/unknown_uris.h"

namespace overstap::service {
namespace {

constexpr size_t kMaxSourceBytes = 200;

constexpr std::array<std::pair<v1::RecordKind, std::string_view>, 7> kKindNames = {{
    {v1::RECORD_KIND_VACANCIES, "vacancies"},
    {v1::RECORD_KIND_PROFILES, "profiles"},
    {v1::RECORD_KIND_COURSES, "courses"},
    {v1::RECORD_KIND_SCHEMES, "schemes"},
    {v1::RECORD_KIND_REGIONS, "regions"},
    {v1::RECORD_KIND_DEMAND, "demand"},
    {v1::RECORD_KIND_PLACES, "places"},
}};

const std::string& IdOf(const v1::Region& region) { return region.code(); }
const std::string& IdOf(const v1::Place& place) {
  return place.name().empty() ? place.postcode() : place.name();
}
template <class Message>
const std::string& IdOf(const Message& message) {
  return message.id();
}

}  // namespace

std::string_view RecordKindName(v1::RecordKind kind) {
  for (const auto& [known, name] : kKindNames) {
    if (known == kind) return name;
  }
  return {};
}

RecordImport::RecordImport(const v1::ImportHeader& header, Taxonomies taxonomies,
                           store::Store* store)
    : header_(header), taxonomies_(std::move(taxonomies)), store_(*store), write_(*store) {
  report_.set_kind(header.kind());
}

absl::StatusOr<std::unique_ptr<RecordImport>> RecordImport::Begin(const v1::ImportHeader& header,
                                                                  Taxonomies taxonomies,
                                                                  store::Store* store) {
  if (RecordKindName(header.kind()).empty()) {
    return absl::InvalidArgumentError(
        "the header must say the kind: vacancies, profiles, courses, schemes, regions, demand or "
        "places");
  }
  if (header.source().size() > kMaxSourceBytes) {
    return absl::InvalidArgumentError(StrCat("source is longer than ", kMaxSourceBytes, " bytes"));
  }
  return std::unique_ptr<RecordImport>(new RecordImport(header, std::move(taxonomies), store));
}

absl::Status RecordImport::Add(const v1::ImportRecords& records) {
  if (header_.strict()) {
    strict_bytes_ += records.ByteSizeLong();
    if (strict_bytes_ > kMaxStrictBytes) {
      return absl::ResourceExhaustedError(
          "a strict import is kept in memory until its end and this one is more than 256 MB; send "
          "it in parts or without strict");
    }
  }
  for (const v1::ImportRecord& record : records.records()) {
    Take(record);
    if (!header_.strict() && write_.size() >= kBatchRecords) OVERSTAP_RETURN_IF_ERROR(Write());
  }
  return absl::OkStatus();
}

void RecordImport::Take(const v1::ImportRecord& record) {
  report_.set_read_count(report_.read_count() + 1);
  switch (record.record_case()) {
    case v1::ImportRecord::kVacancy:
      return TakeOf(v1::RECORD_KIND_VACANCIES, record.vacancy());
    case v1::ImportRecord::kProfile:
      return TakeOf(v1::RECORD_KIND_PROFILES, record.profile());
    case v1::ImportRecord::kCourse:
      return TakeOf(v1::RECORD_KIND_COURSES, record.course());
    case v1::ImportRecord::kScheme:
      return TakeOf(v1::RECORD_KIND_SCHEMES, record.scheme());
    case v1::ImportRecord::kRegion:
      return TakeOf(v1::RECORD_KIND_REGIONS, record.region());
    case v1::ImportRecord::kDemand:
      return TakeOf(v1::RECORD_KIND_DEMAND, record.demand());
    case v1::ImportRecord::kPlace:
      return TakeOf(v1::RECORD_KIND_PLACES, record.place());
    case v1::ImportRecord::RECORD_NOT_SET:
      return Report("", "bad_record", "the record is empty", v1::IMPORT_SEVERITY_REFUSED);
  }
}

template <class Message>
void RecordImport::TakeOf(v1::RecordKind kind, const Message& message) {
  const std::string& id = IdOf(message);
  if (kind != header_.kind()) {
    return Report(id, "wrong_kind",
                  StrCat("the header says ", RecordKindName(header_.kind()),
                         ", but this record is of ", RecordKindName(kind)),
                  v1::IMPORT_SEVERITY_REFUSED);
  }
  auto record = FromProto(message);
  if (!record.ok()) {
    return Report(id, "bad_record", FromAbsl(record.status().message()),
                  v1::IMPORT_SEVERITY_REFUSED);
  }
  if (!CheckUris(*record, id)) return;
  write_.Put(*std::move(record));
  report_.set_accepted_count(report_.accepted_count() + 1);
}

// Whether the record may stay.
template <class Record>
bool RecordImport::CheckUris(const Record& record, const std::string& id) {
  for (const UnknownUri& unknown : FindUnknownUris(record, taxonomies_)) {
    const std::string message = StrCat("no current taxonomy has ", unknown.uri);
    if (header_.strict()) {
      Report(id, unknown.code, message, v1::IMPORT_SEVERITY_REFUSED);
      return false;
    }
    Report(id, unknown.code, message, v1::IMPORT_SEVERITY_WARNING);
  }
  return true;
}

void RecordImport::Report(std::string_view id, std::string_view code, std::string_view message,
                          v1::ImportSeverity severity) {
  const int64_t number = report_.read_count();
  if (severity == v1::IMPORT_SEVERITY_REFUSED) {
    report_.set_refused_count(report_.refused_count() + 1);
    if (first_refusal_.empty()) {
      first_refusal_ = StrCat("record ", number, ": ", CutText(message, kMaxProblemBytes));
    }
  }
  AddProblem(number, id, code, message, severity, &report_);
}

absl::Status RecordImport::CheckResult(const v1::ImportEnd& end) const {
  if (end.record_count() != report_.read_count()) {
    return absl::InvalidArgumentError(StrCat("the end says ", end.record_count(), " records, but ",
                                             report_.read_count(), " came; send them again"));
  }
  if (report_.read_count() == 0) return absl::InvalidArgumentError("no records came");
  if (report_.accepted_count() == 0) {
    return absl::InvalidArgumentError(
        StrCat(first_refusal_, " (all ", report_.read_count(), " records are refused)"));
  }
  if (header_.strict() && report_.refused_count() > 0) {
    return absl::InvalidArgumentError(StrCat(first_refusal_, " (", report_.refused_count(), " of ",
                                             report_.read_count(),
                                             " records are refused, so with strict none is kept)"));
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::ImportResponse> RecordImport::End(const v1::ImportEnd& end) {
  OVERSTAP_RETURN_IF_ERROR(CheckResult(end));
  OVERSTAP_RETURN_IF_ERROR(Write());
  if (!header_.strict()) {
    OVERSTAP_RETURN_IF_ERROR(store_.EndImport(RecordKindName(header_.kind())));
  }
  return std::move(report_);
}

absl::Status RecordImport::Write() {
  if (write_.size() == 0) return absl::OkStatus();
  // One atomic write cannot be interrupted half-way, so a strict import needs no mark.
  if (!header_.strict() && !has_written_) {
    OVERSTAP_RETURN_IF_ERROR(store_.BeginImport(RecordKindName(header_.kind()), header_.source()));
  }
  OVERSTAP_RETURN_IF_ERROR(store_.Write(write_.batch()));
  has_written_ = true;
  written_.Append(write_.TakeChanges());
  write_ = RecordWrite(store_);
  return absl::OkStatus();
}

}  // namespace overstap::service
