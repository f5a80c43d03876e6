// Vacancies, courses, schemes and regions: lists and one at a time.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/region_report.h"
#include "engine/model/validation.h"
#include "service/http/concept_names.h"
#include "service/http/handlers.h"
#include "service/http/pages.h"
#include "service/http/query_reader.h"
#include "service/json/cohort_view.h"
#include "service/json/record_view.h"

namespace overstap::http {
namespace {

constexpr size_t kMaxNameBytes = 1000;

absl::Status NoSuch(std::string_view what, std::string_view id) {
  return absl::NotFoundError(StrCat("there is no ", what, " '", id, "'"));
}

ReadAnswer WithVersions(const ReadCall& call, const Json& record) {
  Json json = {{"versions", service::ToJson(call.world.snapshot.versions())}};
  json.update(record);
  return {std::move(json)};
}

// A region of the query; "AM" and two digits.
std::string ReadRegion(const ReadCall& call, QueryReader* query) {
  std::string region = query->Text("region", kMaxNameBytes);
  if (model::CheckRegion(region).ok()) return region;
  call.faults->push_back({"query", "region", "value", "region must be a code such as AM06"});
  return "";
}

// The concept that a parameter names. kNotFound for one that is not there.
template <class Id>
absl::StatusOr<std::optional<Id>> ReadConcept(const ReadCall& call, std::string_view name,
                                              const std::string& value,
                                              std::optional<Id> (*find)(const Taxonomy&,
                                                                        std::string_view)) {
  if (value.empty()) return std::optional<Id>();
  const std::optional<Id> found = find(call.world.snapshot.taxonomy(), value);
  if (!found) return NoSuch(name, value);
  return found;
}

}  // namespace

absl::StatusOr<ReadAnswer> ListVacancies(const ReadCall& call) {
  QueryReader query(call.target, call.faults);
  const std::string region = ReadRegion(call, &query);
  const std::string name = query.Text("occupation", kMaxNameBytes);
  const Page page = ReadPage(&query);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  OVERSTAP_ASSIGN_OR_RETURN(const auto occupation,
                            ReadConcept(call, "occupation", name, OccupationNamed));
  std::vector<const snapshot::VacancyRow*> listed;
  for (const snapshot::VacancyRow& row : call.world.snapshot.vacancies()) {
    if (!model::IsOpen(row.vacancy, call.world.today)) continue;
    if (!region.empty() && row.vacancy.region != region) continue;
    if (occupation && row.occupation != occupation) continue;
    listed.push_back(&row);
  }
  const advice::Context context = call.world.In(DefaultLanguageOrder());
  return PageOf(call, page, listed, [&](const snapshot::VacancyRow* row) {
    return service::ToJson(context, *row->Record());
  });
}

absl::StatusOr<ReadAnswer> GetVacancy(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const auto found = call.world.snapshot.vacancies().Find(call.id);
  if (found == call.world.snapshot.vacancies().end()) return NoSuch("vacancy", call.id);
  return WithVersions(call,
                      service::ToJson(call.world.In(DefaultLanguageOrder()), *found->Record()));
}

absl::StatusOr<ReadAnswer> ListCourses(const ReadCall& call) {
  QueryReader query(call.target, call.faults);
  const std::string region = ReadRegion(call, &query);
  const std::string name = query.Text("skill", kMaxNameBytes);
  const Page page = ReadPage(&query);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  OVERSTAP_ASSIGN_OR_RETURN(const auto skill, ReadConcept(call, "skill", name, SkillNamed));
  const plan::Catalogue& catalogue = call.world.snapshot.catalogue();
  std::vector<const model::Course*> listed;
  for (size_t i = 0; i < catalogue.size(); ++i) {
    const plan::Catalogue::Entry& entry = catalogue[i];
    if (!model::IsOfferedIn(entry.course, region)) continue;
    if (skill && !std::binary_search(entry.teaches.begin(), entry.teaches.end(), *skill)) continue;
    listed.push_back(&entry.course);
  }
  return PageOf(call, page, listed,
                [](const model::Course* course) { return service::ToJson(*course); });
}

absl::StatusOr<ReadAnswer> GetCourse(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const plan::Catalogue& catalogue = call.world.snapshot.catalogue();
  for (size_t i = 0; i < catalogue.size(); ++i) {
    const model::Course& course = catalogue[i].course;
    if (course.id == call.id) return WithVersions(call, service::ToJson(course));
  }
  return NoSuch("course", call.id);
}

absl::StatusOr<ReadAnswer> ListSchemes(const ReadCall& call) {
  QueryReader query(call.target, call.faults);
  const Page page = ReadPage(&query);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  return PageOf(call, page, call.world.snapshot.schemes(), [&](const model::Scheme& scheme) {
    return service::ToJson(scheme, call.world.today);
  });
}

absl::StatusOr<ReadAnswer> GetScheme(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const model::Scheme* scheme = call.world.snapshot.FindScheme(call.id);
  if (scheme == nullptr) return NoSuch("scheme", call.id);
  return WithVersions(call, service::ToJson(*scheme, call.world.today));
}

absl::StatusOr<ReadAnswer> ListRegions(const ReadCall& call) {
  QueryReader query(call.target, call.faults);
  const Page page = ReadPage(&query);
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  return PageOf(call, page, call.world.snapshot.regions(),
                [](const model::Region& region) { return service::ToJson(region); });
}

absl::StatusOr<ReadAnswer> GetRegion(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const model::Region* region = call.world.snapshot.FindRegion(call.id);
  if (region == nullptr) return NoSuch("region", call.id);
  return WithVersions(call, service::ToJson(*region));
}

absl::StatusOr<ReadAnswer> GetRegionReport(const ReadCall& call) {
  constexpr size_t kMaxLines = 1000;
  QueryReader query(call.target, call.faults);
  advice::RegionReportParams params;
  params.region = call.id;
  params.techniek = query.Text("techniek", model::kMaxIdBytes);
  params.min_score = query.Number("minScore", params.min_score, 0, 1);
  params.limit = query.Whole("limit", params.limit, 1, kMaxLines);
  const advice::Context context = call.world.In(query.Languages());
  OVERSTAP_RETURN_IF_ERROR(query.Finish());
  if (!model::CheckRegion(call.id).ok() || call.id.empty()) return NoSuch("region", call.id);
  OVERSTAP_ASSIGN_OR_RETURN(const advice::RegionReport report,
                            advice::ReportRegion(context, params));
  return ReadAnswer{service::ToJson(report)};
}

}  // namespace overstap::http
