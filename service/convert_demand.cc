#include "service/convert_demand.h"

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_dates.h"
#include "service/cut_text.h"

namespace overstap::service {
namespace {

constexpr size_t kMaxQuotedBytes = 40;

absl::Status ReadAbout(const v1::Demand& message, model::Demand* demand) {
  switch (message.about_case()) {
    case v1::Demand::kOccupationUri:
      demand->basis = model::DemandBasis::kOccupation;
      demand->code = message.occupation_uri();
      return absl::OkStatus();
    case v1::Demand::kIscoCode:
      demand->basis = model::DemandBasis::kIsco;
      demand->code = message.isco_code();
      return absl::OkStatus();
    case v1::Demand::kBrcCode:
      demand->basis = model::DemandBasis::kBrc;
      demand->code = message.brc_code();
      return absl::OkStatus();
    case v1::Demand::ABOUT_NOT_SET:
      break;
  }
  return absl::InvalidArgumentError("about is missing: an occupation_uri, isco_code or brc_code");
}

v1::FigureSource SourceOf(const advice::FigureSource& source) {
  v1::FigureSource message;
  message.set_basis(source.basis);
  message.set_code(source.code);
  *message.mutable_as_of() = ToProto(source.as_of);
  message.set_source(source.source);
  return message;
}

}  // namespace

absl::StatusOr<model::Demand> FromProto(const v1::Demand& message) {
  model::Demand demand;
  demand.id = message.id();
  OVERSTAP_RETURN_IF_ERROR(ReadAbout(message, &demand));
  demand.region = message.region();
  if (message.has_open_vacancy_count()) demand.open_vacancies = message.open_vacancy_count();
  if (!message.tension().empty()) {
    demand.tension = model::ParseTension(message.tension());
    if (!demand.tension) {
      return absl::InvalidArgumentError(
          StrCat("tension '", CutText(message.tension(), kMaxQuotedBytes),
                 "' is none of zeer ruim, ruim, gemiddeld, krap and zeer krap"));
    }
  }
  if (!message.has_as_of()) return absl::InvalidArgumentError("as_of is missing");
  OVERSTAP_ASSIGN_OR_RETURN(demand.as_of, FromProto("as_of", message.as_of()));
  demand.source = message.source();
  OVERSTAP_RETURN_IF_ERROR(model::Validate(demand));
  return demand;
}

v1::DemandFigures ToProto(const advice::DemandLine& line) {
  v1::DemandFigures message;
  message.set_region(line.region);
  message.set_tension(line.tension.value_or(""));
  if (line.tension_source) *message.mutable_tension_source() = SourceOf(*line.tension_source);
  if (line.open_vacancies) message.set_open_vacancy_count(*line.open_vacancies);
  if (line.vacancies_source) *message.mutable_vacancies_source() = SourceOf(*line.vacancies_source);
  return message;
}

}  // namespace overstap::service
