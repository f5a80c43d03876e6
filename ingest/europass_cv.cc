#include "ingest/europass_cv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "ingest/plain_text.h"
#include "ingest/xml_tree.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Profile>;

constexpr std::string_view kEsco = "data.europa.eu/esco/";
constexpr int kFirstYear = 1940;
constexpr int kLastYear = 2200;
constexpr double kMonthsAYear = 12;
constexpr double kMostYears = 70;

// The text of a CV in the making, under the headings by which it is read.
struct CvText {
  std::string work;
  std::string skills;

  std::string Whole() const {
    std::string whole;
    if (!work.empty()) StrAppend(&whole, "Werkervaring\n", work, "\n");
    if (!skills.empty()) StrAppend(&whole, "Vaardigheden\n", skills, "\n");
    return whole;
  }
};

std::optional<int> Digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// A month, written "2017-04-01", "2017-04" or "2017", or as the attributes year="2013" and
// month="--03". Without a month: January.
std::optional<absl::CivilMonth> MonthOf(const pugi::xml_node& node) {
  std::string_view month;
  const std::string text = TextOf(node);
  std::string_view year = node.attribute("year").value();
  if (year.empty()) {
    year = std::string_view(text).substr(0, 4);
    if (text.size() >= 7 && text[4] == '-') month = std::string_view(text).substr(5, 2);
  } else {
    month = node.attribute("month").value();
    month.remove_prefix(std::min(month.find_first_not_of('-'), month.size()));
  }
  const auto year_number = Digits(year);
  if (!year_number || *year_number < kFirstYear || *year_number > kLastYear) return std::nullopt;
  const int month_number = Digits(month).value_or(1);
  return absl::CivilMonth(*year_number, std::clamp(month_number, 1, 12));
}

struct Period {
  std::optional<absl::CivilMonth> from;
  std::optional<absl::CivilMonth> until;
};

Period PeriodOf(const pugi::xml_node& node, std::string_view from, std::string_view until) {
  const auto month = [&node](std::string_view name) {
    const pugi::xml_node value = Child(node, name);
    const pugi::xml_node date = Child(value, "FormattedDateTime");
    return MonthOf(date ? date : value);
  };
  return {month(from), month(until)};
}

// Work that names its occupation is stated with its years; other work goes into the text, where its
// years stand before its title. Years of work that goes on are unknown: a CV has no date.
void AddWork(const Period& period, const std::string& title, const std::string& uri,
             const std::string& description, Draft* draft, CvText* text) {
  if (uri.find(kEsco) != std::string::npos) {
    model::WorkExperience work;
    work.occupation_uri = uri;
    if (period.until) work.until = static_cast<int>(period.until->year());
    if (period.from && period.until && *period.from <= *period.until) {
      const double months = static_cast<double>(*period.until - *period.from) + 1;
      work.years = std::min(months / kMonthsAYear, kMostYears);
    }
    draft->record.occupations.push_back(std::move(work));
  } else if (!title.empty()) {
    if (period.from) {
      StrAppend(&text->work, period.from->year(), " - ");
      StrAppend(&text->work, period.until ? StrCat(period.until->year()) : "heden", " ");
    }
    StrAppend(&text->work, title, "\n");
  }
  if (!description.empty()) StrAppend(&text->work, PlainText(description), "\n");
}

void AddSkillText(const std::string& words, CvText* text) {
  if (!words.empty()) StrAppend(&text->skills, PlainText(words), "\n");
}

bool IsDutch(const std::string& code) {
  constexpr std::array<std::string_view, 4> kCodes = {"nl", "nld", "dut", "dutch"};
  return std::find(kCodes.begin(), kCodes.end(), absl::AsciiStrToLower(code)) != kCodes.end();
}

// The lowest of the levels that stand anywhere in an element: what somebody can do in every way.
void LowerDutch(const pugi::xml_node& root, std::string_view name, Draft* draft) {
  ForEachElement(root, name, [draft](const pugi::xml_node& node) {
    const auto level = model::ParseLanguageLevel(TextOf(node));
    if (!level) return;
    draft->record.dutch = draft->record.dutch ? std::min(*draft->record.dutch, *level) : *level;
  });
}

void AddCertificate(const std::string& name, Draft* draft) {
  auto& certificates = draft->record.certificates;
  if (name.empty() || name.size() > 200 || certificates.size() == model::kMaxCertificates) return;
  certificates.push_back(name);
}

void ReadCompetency(const pugi::xml_node& competency, Draft* draft, CvText* text) {
  const std::string id = TextOf(Child(competency, "CompetencyID"));
  if (id.find(kEsco) != std::string::npos) {
    draft->record.skills.push_back({id, model::EvidenceKind::kClaimed, std::nullopt, false});
  } else if (TextOf(Child(competency, "TaxonomyID")) == "language") {
    if (IsDutch(id)) LowerDutch(competency, "ScoreText", draft);
  } else {
    AddSkillText(TextOf(Child(competency, "CompetencyName")), text);
  }
}

void ReadLanguages(const pugi::xml_node& skills, Draft* draft) {
  ForEachElement(skills, "ForeignLanguage", [draft](const pugi::xml_node& language) {
    if (!IsDutch(TextOf(Descend(language, {"Description", "Code"})))) return;
    const pugi::xml_node levels = Child(language, "ProficiencyLevel");
    for (const char* name :
         {"Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing"}) {
      LowerDutch(levels, name, draft);
    }
  });
}

}  // namespace

void ReadCandidateProfile(const pugi::xml_node& profile, Draft* draft) {
  CvText text;
  ForEachElement(profile, "PositionHistory", [&](const pugi::xml_node& position) {
    AddWork(PeriodOf(Child(position, "EmploymentPeriod"), "StartDate", "EndDate"),
            TextOf(Child(position, "PositionTitle")), TextOf(Child(position, "JobCategoryCode")),
            TextOf(Child(position, "Description")), draft, &text);
  });
  ForEachElement(profile, "PersonCompetency", [&](const pugi::xml_node& competency) {
    ReadCompetency(competency, draft, &text);
  });
  ForEachElement(profile, "CertificationName",
                 [draft](const pugi::xml_node& name) { AddCertificate(TextOf(name), draft); });
  ForEachElement(profile, "LicenseTypeCode", [draft](const pugi::xml_node& code) {
    AddCertificate(StrCat("rijbewijs ", TextOf(code)), draft);
  });
  AddSkillText(TextOf(Child(profile, "ExecutiveSummary")), &text);
  draft->record.text = text.Whole();
}

void ReadLearner(const pugi::xml_node& learner, Draft* draft) {
  CvText text;
  ForEachElement(learner, "WorkExperience", [&](const pugi::xml_node& work) {
    const pugi::xml_node position = Child(work, "Position");
    const std::string label = TextOf(Child(position, "Label"));
    AddWork(PeriodOf(Child(work, "Period"), "From", "To"), label.empty() ? TextOf(position) : label,
            TextOf(Child(position, "Code")), TextOf(Child(work, "Activities")), draft, &text);
  });
  const pugi::xml_node skills = Child(learner, "Skills");
  for (const char* name : {"JobRelated", "Computer", "Organisational", "Communication", "Other"}) {
    AddSkillText(TextOf(Descend(skills, {name, "Description"})), &text);
  }
  ForEachElement(Child(skills, "Driving"), "Licence", [draft](const pugi::xml_node& licence) {
    AddCertificate(StrCat("rijbewijs ", TextOf(licence)), draft);
  });
  ReadLanguages(skills, draft);
  draft->record.text = text.Whole();
}

}  // namespace overstap::ingest
