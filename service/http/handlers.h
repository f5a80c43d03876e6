// What the REST interface answers, without HTTP: from a question to JSON.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/model/cohort.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "service/http/problem.h"
#include "service/http/target.h"
#include "service/json/answers.h"

namespace overstap::http {

using service::Json;

// Reads what comes in bodies: this folder does not know the formats of records. Each gives
// kInvalidArgument for what it refuses; thread-safe. A text that comes with a profile or vacancy is
// read in the terms of the context and taken away.
struct BodyReaders {
  std::function<absl::StatusOr<nlohmann::json>(std::string_view text)> object;
  std::function<absl::StatusOr<model::Profile>(const advice::Context&, const nlohmann::json&)>
      profile;
  std::function<absl::StatusOr<model::Vacancy>(const advice::Context&, const nlohmann::json&)>
      vacancy;
  std::function<absl::StatusOr<model::CohortGroup>(const advice::Context&, const nlohmann::json&)>
      cohort_group;
};

// What every question is answered from.
struct World {
  const snapshot::Snapshot& snapshot;
  absl::CivilDay today;
  const advice::LiveFinders* finders = nullptr;  // of the snapshot; may be null

  advice::Context In(LanguageOrder languages) const {
    return {snapshot, today, std::move(languages), finders};
  }
};

// A GET. Faults of the query are added to `faults`, and then the status is kInvalidArgument.
struct ReadCall {
  const World& world;
  const Target& target;
  std::string id;  // what stands for {id} in the path; else empty
  Faults* faults;
};

struct ReadAnswer {
  Json body;
  std::string link = {};  // value of the Link header; empty: none
};

using ReadHandler = absl::StatusOr<ReadAnswer> (*)(const ReadCall& call);

// A POST with a JSON object. As above.
struct AskCall {
  const World& world;
  const nlohmann::json& body;
  const BodyReaders& readers;
  Faults* faults;
};

using AskHandler = absl::StatusOr<Json> (*)(const AskCall& call);

absl::StatusOr<ReadAnswer> GetHealth(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetVersions(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetParameters(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListTechniekDefinitions(const ReadCall& call);

absl::StatusOr<ReadAnswer> ListSuggestions(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListOccupations(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetOccupation(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListSkills(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetSkill(const ReadCall& call);

absl::StatusOr<ReadAnswer> ListVacancies(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetVacancy(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListCourses(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetCourse(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListSchemes(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetScheme(const ReadCall& call);
absl::StatusOr<ReadAnswer> ListRegions(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetRegion(const ReadCall& call);
absl::StatusOr<ReadAnswer> GetRegionReport(const ReadCall& call);

// Each answers the JSON that the command line answers to the same question.
absl::StatusOr<Json> FindRoutes(const AskCall& call);
absl::StatusOr<Json> FindPlan(const AskCall& call);
absl::StatusOr<Json> FindReasons(const AskCall& call);
absl::StatusOr<Json> FindMatches(const AskCall& call);
absl::StatusOr<Json> FindExplanation(const AskCall& call);
absl::StatusOr<Json> FindInText(const AskCall& call);
absl::StatusOr<Json> FindClosest(const AskCall& call);
absl::StatusOr<Json> FindPlacement(const AskCall& call);

}  // namespace overstap::http
