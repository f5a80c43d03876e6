#include "engine/advice/demand_line.h"

#include "base/strings.h"

namespace overstap::advice {
namespace {

FigureSource SourceOf(const model::Demand& record) {
  return {std::string(model::DemandBasisName(record.basis)), record.code, record.as_of,
          record.source};
}

// A URI says nothing to people.
std::string TextOf(const FigureSource& source) {
  const std::string about =
      source.basis == "occupation" ? source.basis : StrCat(source.basis, " ", source.code);
  return StrCat(" (", about, ", ", absl::FormatCivilTime(source.as_of), ", ", source.source, ")");
}

}  // namespace

DemandLine DemandOf(const Context& context, OccupationId occupation, const std::string& region) {
  const snapshot::DemandFacts facts =
      context.snapshot.demand().Find(occupation, region, context.today, context.snapshot.taxonomy(),
                                     context.snapshot.crosswalks());
  DemandLine line;
  line.region = region;
  if (facts.tension != nullptr) {
    line.tension = std::string(model::TensionName(*facts.tension->tension));
    line.tension_source = SourceOf(*facts.tension);
  }
  if (facts.open_vacancies != nullptr) {
    line.open_vacancies = facts.open_vacancies->open_vacancies;
    line.vacancies_source = SourceOf(*facts.open_vacancies);
  }
  return line;
}

std::string TextOf(const DemandLine& line) {
  if (!line.tension && !line.open_vacancies) return "unknown";
  std::string text = StrCat("spanning ", line.tension.value_or("unknown"));
  if (line.tension && line.tension_source != line.vacancies_source) {
    StrAppend(&text, TextOf(*line.tension_source));
  }
  if (line.open_vacancies) {
    StrAppend(&text, "; ", *line.open_vacancies, " open vacancies", TextOf(*line.vacancies_source));
  }
  return text;
}

}  // namespace overstap::advice
