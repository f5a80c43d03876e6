// Statements of the tiny world language.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/course.h"
#include "tests/support/tiny_line.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap {
namespace {

struct Reference {
  int line;
  std::string name;
};

std::vector<std::string> Uris(const std::vector<std::string>& names) {
  std::vector<std::string> uris;
  for (const std::string& name : names) uris.push_back(TinyUri(name));
  return uris;
}

Importance ImportanceOr(TinyLine* line) {
  return line->Maybe(ParseImportance).value_or(Importance::kEssential);
}

// Reads statements into a source; references are checked when all lines are read.
class Reader {
 public:
  absl::Status ReadLine(TinyLine* line);
  absl::StatusOr<snapshot::Source> Finish();

 private:
  using Read = void (Reader::*)(TinyLine*);

  void ReadGroup(TinyLine* line) { ReadNode(line, ConceptKind::kSkillGroup); }
  void ReadSkill(TinyLine* line) { ReadNode(line, ConceptKind::kSkill); }
  void ReadKnowledge(TinyLine* line) { ReadNode(line, ConceptKind::kKnowledge); }
  void ReadNode(TinyLine* line, ConceptKind kind);
  void ReadOccupation(TinyLine* line);
  void ReadCourse(TinyLine* line);
  void ReadCourseOption(TinyLine* line, model::Course* course);
  void ReadScheme(TinyLine* line);
  void ReadRegion(TinyLine* line);
  void ReadVacancy(TinyLine* line);
  void ReadVacancyOption(TinyLine* line, model::Vacancy* vacancy);
  void ReadProfile(TinyLine* line);

  ConceptSource& Declare(TinyLine* line, ConceptKind kind);
  void DeclareRecord(TinyLine* line, std::string_view kind, const std::string& id);
  // Names that must turn out to be of one of the kinds.
  void Refer(TinyLine* line, const std::vector<std::string>& names, bool groups = false);
  void ReferToOccupation(TinyLine* line, const std::string& name);
  template <class Record>
  void Keep(TinyLine* line, Record record, std::vector<Record>* records);
  void DeclareRequiredSkills();
  absl::Status CheckReferences() const;

  snapshot::Source source_;
  std::map<std::string, ConceptKind> kinds_;
  std::set<std::string> record_ids_;  // "course mig-basis"
  std::set<std::string> required_;
  std::vector<Reference> skills_;
  std::vector<Reference> nodes_;
  std::vector<Reference> occupations_;
};

ConceptSource& Reader::Declare(TinyLine* line, ConceptKind kind) {
  const std::string name = line->Name("a name");
  if (!kinds_.emplace(name, kind).second) {
    line->Fail(StrCat("'", name, "' is declared twice"));
  }
  ConceptSource& added = source_.taxonomy.concepts.emplace_back();
  added.uri = TinyUri(name);
  added.kind = kind;
  added.labels.push_back({kDutch, LabelKind::kPreferred, name});
  return added;
}

void Reader::DeclareRecord(TinyLine* line, std::string_view kind, const std::string& id) {
  if (!record_ids_.insert(StrCat(kind, " ", id)).second) {
    line->Fail(StrCat("'", id, "' is declared twice"));
  }
}

void Reader::Refer(TinyLine* line, const std::vector<std::string>& names, bool groups) {
  for (const std::string& name : names) {
    (groups ? nodes_ : skills_).push_back({line->number(), name});
  }
}

void Reader::ReferToOccupation(TinyLine* line, const std::string& name) {
  occupations_.push_back({line->number(), name});
}

template <class Record>
void Reader::Keep(TinyLine* line, Record record, std::vector<Record>* records) {
  const absl::Status status = model::Validate(record);
  if (!status.ok()) line->Fail(FromAbsl(status.message()));
  records->push_back(std::move(record));
}

void Reader::ReadNode(TinyLine* line, ConceptKind kind) {
  ConceptSource& node = Declare(line, kind);
  if (!line->Accept("<")) return;
  const std::vector<std::string> broader = line->Names("something broader");
  Refer(line, broader, true);
  node.broader = Uris(broader);
}

void Reader::ReadOccupation(TinyLine* line) {
  ConceptSource& occupation = Declare(line, ConceptKind::kOccupation);
  while (!line->AtEnd() && !line->Accept(":")) {
    if (line->Accept("isco")) {
      occupation.code = line->Name("an ISCO-08 code");
    } else if (line->Accept("level")) {
      occupation.level = line->WholeNumber("level");
    } else {
      line->Fail("expected isco, level or ':'");
    }
  }
  if (line->AtEnd()) return;
  do {
    const std::string skill = line->Name("a skill");
    required_.insert(skill);
    Refer(line, {skill});
    occupation.requirements.push_back({TinyUri(skill), ImportanceOr(line)});
  } while (line->Accept(","));
}

void Reader::ReadCourseOption(TinyLine* line, model::Course* course) {
  if (line->Accept("weeks")) {
    course->weeks = line->Number("weeks");
  } else if (line->Accept("hours")) {
    course->hours = line->Number("hours");
  } else if (line->Accept("price")) {
    course->price_eur = line->Number("price");
  } else if (line->Accept("needs")) {
    const std::vector<std::string> needs = line->Names("a skill");
    Refer(line, needs);
    course->requires_ = Uris(needs);
  } else if (line->Accept("form")) {
    const auto form = model::ParseCourseForm(line->Name("a form"));
    if (!form) line->Fail("expected bbl, bol, avond, online or werkplek");
    course->form = form.value_or(model::CourseForm::kAvond);
  } else if (line->Accept("region")) {
    course->region = line->Name("a region");
  } else if (line->Accept("level")) {
    course->level = line->WholeNumber("level");
  } else if (line->Accept("starts")) {
    course->starts = line->Days("starts");
  } else if (line->Accept("schemes")) {
    course->schemes = line->Names("a scheme");
  } else if (line->Accept("seats")) {
    course->seats = line->WholeNumber("seats");
  } else {
    line->Fail(
        "expected weeks, hours, price, needs, form, region, level, starts, schemes or seats");
  }
}

void Reader::ReadCourse(TinyLine* line) {
  model::Course course;
  course.id = line->Name("a name");
  course.title = course.id;
  course.provider = "tiny";
  DeclareRecord(line, "course", course.id);
  line->Expect(":");
  const std::vector<std::string> skills = line->Names("a skill");
  Refer(line, skills);
  course.skills = Uris(skills);
  if (line->Accept("|")) {
    while (!line->AtEnd()) ReadCourseOption(line, &course);
  }
  Keep(line, std::move(course), &source_.courses);
}

void Reader::ReadScheme(TinyLine* line) {
  model::Scheme scheme;
  scheme.id = line->Name("a name");
  scheme.name = scheme.id;
  scheme.conditions_json = "{}";
  scheme.source = "tiny";
  DeclareRecord(line, "scheme", scheme.id);
  const auto status = line->Maybe(model::ParseSchemeStatus);
  if (!status) line->Fail("expected open, closed or proposed");
  scheme.status = status.value_or(model::SchemeStatus::kProposed);
  while (!line->AtEnd()) {
    if (line->Accept("for")) {
      const auto who = line->Maybe(model::ParseSchemeFor);
      if (!who) line->Fail("expected worker, employer or both");
      scheme.who = who.value_or(model::SchemeFor::kBoth);
    } else if (line->Accept("from")) {
      scheme.valid_from = line->Day("from");
    } else if (line->Accept("until")) {
      scheme.valid_until = line->Day("until");
    } else if (line->Accept("max")) {
      scheme.max_eur = line->Number("max");
    } else {
      line->Fail("expected for, from, until or max");
    }
  }
  Keep(line, std::move(scheme), &source_.schemes);
}

void Reader::ReadRegion(TinyLine* line) {
  model::Region region;
  region.code = line->Name("a code such as AM06");
  region.name = region.code;
  DeclareRecord(line, "region", region.code);
  region.centroid.latitude = line->Number("latitude");
  region.centroid.longitude = line->Number("longitude");
  const absl::Status status = model::Validate(region.centroid);
  if (!status.ok()) line->Fail(FromAbsl(status.message()));
  source_.regions.push_back(std::move(region));
}

void Reader::ReadVacancyOption(TinyLine* line, model::Vacancy* vacancy) {
  if (line->Accept("region")) {
    vacancy->region = line->Name("a region");
  } else if (line->Accept("hours")) {
    ReadTinyHours(line, &vacancy->hours_min, &vacancy->hours_max);
  } else if (line->Accept("level")) {
    vacancy->level = line->WholeNumber("level");
  } else if (line->Accept("pays")) {
    vacancy->pay_min = vacancy->pay_max = line->WholeNumber("pay");
  } else if (line->Accept("published")) {
    vacancy->published = line->Day("published");
  } else if (line->Accept("closes")) {
    vacancy->closes = line->Day("closes");
  } else {
    line->Fail("expected region, hours, level, pays, published or closes");
  }
}

void Reader::ReadVacancy(TinyLine* line) {
  model::Vacancy vacancy;
  vacancy.id = line->Name("a name");
  vacancy.title = vacancy.id;
  DeclareRecord(line, "vacancy", vacancy.id);
  if (line->Accept("for")) {
    const std::string occupation = line->Name("an occupation");
    ReferToOccupation(line, occupation);
    vacancy.occupation_uri = TinyUri(occupation);
  }
  if (line->Accept(":")) {
    do {
      const std::string skill = line->Name("a skill");
      Refer(line, {skill});
      vacancy.skills.push_back({TinyUri(skill), ImportanceOr(line)});
    } while (line->Accept(","));
  }
  if (line->Accept("|")) {
    while (!line->AtEnd()) ReadVacancyOption(line, &vacancy);
  }
  Keep(line, std::move(vacancy), &source_.vacancies);
}

void Reader::ReadProfile(TinyLine* line) {
  model::Profile profile;
  profile.id = line->Name("a name");
  DeclareRecord(line, "profile", profile.id);
  line->Expect(":");
  ReadTinyPerson(line, &profile);
  for (const auto& work : profile.occupations)
    ReferToOccupation(line, TinyName(work.occupation_uri));
  for (const auto& evidence : profile.skills) Refer(line, {TinyName(evidence.skill_uri)});
  for (const std::string& uri : profile.cannot) Refer(line, {TinyName(uri)});
  Keep(line, std::move(profile), &source_.profiles);
}

absl::Status Reader::ReadLine(TinyLine* line) {
  static constexpr std::array<std::pair<std::string_view, Read>, 9> kStatements = {{
      {"group", &Reader::ReadGroup},
      {"skill", &Reader::ReadSkill},
      {"knowledge", &Reader::ReadKnowledge},
      {"occupation", &Reader::ReadOccupation},
      {"course", &Reader::ReadCourse},
      {"scheme", &Reader::ReadScheme},
      {"region", &Reader::ReadRegion},
      {"vacancy", &Reader::ReadVacancy},
      {"profile", &Reader::ReadProfile},
  }};
  const std::string word = line->Name("a statement");
  const auto read = std::find_if(kStatements.begin(), kStatements.end(),
                                 [&](const auto& statement) { return statement.first == word; });
  if (read == kStatements.end()) {
    line->Fail(StrCat("'", word, "' is no statement of this language"));
  } else {
    (this->*read->second)(line);
  }
  return line->Finish();
}

void Reader::DeclareRequiredSkills() {
  for (const std::string& name : required_) {
    if (kinds_.contains(name)) continue;
    TinyLine line(0, name);
    Declare(&line, ConceptKind::kSkill);
  }
}

absl::Status Reader::CheckReferences() const {
  const auto check = [this](const std::vector<Reference>& references, std::string_view what,
                            std::initializer_list<ConceptKind> allowed) {
    for (const Reference& reference : references) {
      const auto kind = kinds_.find(reference.name);
      if (kind != kinds_.end() &&
          std::find(allowed.begin(), allowed.end(), kind->second) != allowed.end()) {
        continue;
      }
      return absl::InvalidArgumentError(
          StrCat("line ", reference.line, ": '", reference.name, "' is no ", what, " here"));
    }
    return absl::OkStatus();
  };
  OVERSTAP_RETURN_IF_ERROR(check(skills_, "skill", {ConceptKind::kSkill, ConceptKind::kKnowledge}));
  OVERSTAP_RETURN_IF_ERROR(
      check(nodes_, "skill or group",
            {ConceptKind::kSkill, ConceptKind::kKnowledge, ConceptKind::kSkillGroup}));
  return check(occupations_, "occupation", {ConceptKind::kOccupation});
}

template <class Record>
void SortById(std::vector<Record>* records) {
  std::sort(records->begin(), records->end(),
            [](const Record& a, const Record& b) { return a.id < b.id; });
}

absl::StatusOr<snapshot::Source> Reader::Finish() {
  DeclareRequiredSkills();
  OVERSTAP_RETURN_IF_ERROR(CheckReferences());
  source_.taxonomy.scheme = "tiny";
  Canonicalise(&source_.taxonomy);
  source_.taxonomy_version = ContentVersion(source_.taxonomy);
  source_.data_version = "data-tiny";
  SortById(&source_.vacancies);
  SortById(&source_.profiles);
  SortById(&source_.courses);
  SortById(&source_.schemes);
  std::sort(source_.regions.begin(), source_.regions.end(),
            [](const model::Region& a, const model::Region& b) { return a.code < b.code; });
  return std::move(source_);
}

}  // namespace

absl::StatusOr<snapshot::Source> ParseTinyWorld(std::string_view text) {
  Reader reader;
  int number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line_text = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    TinyLine line(number, line_text);
    if (line.AtEnd() || line.StartsWith('#')) continue;
    OVERSTAP_RETURN_IF_ERROR(reader.ReadLine(&line));
  }
  return reader.Finish();
}

}  // namespace overstap
