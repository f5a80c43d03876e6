#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/service/raw_call.h"
#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST_F(OverstapServiceTest, EveryServiceIsHealthy) {
  for (const std::string name : {"Taxonomy", "Transition", "Matching", "Data"}) {
    EXPECT_EQ(CheckHealth(channel_, StrCat("overstap.v1.", name, "Service")).bytes, kServing);
  }
}

TEST_F(OverstapServiceTest, LooksUpText) {
  grpc::ClientContext context;
  v1::LookupRequest request;
  request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
  request.set_text("Lasser");
  v1::LookupResponse response;
  ASSERT_TRUE(taxonomy_->Lookup(&context, request, &response).ok());
  ASSERT_GE(response.results_size(), 1);
  EXPECT_EQ(response.results(0).uri(), "urn:o:lasser");
  EXPECT_EQ(response.results(0).score(), 1);
  EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
  EXPECT_THAT(response.versions().parameters(), HasSubstr("params-"));
  EXPECT_THAT(response.versions().data(), Not(IsEmpty()));
}

TEST_F(OverstapServiceTest, RefusesBadLookups) {
  v1::LookupRequest good;
  good.set_kind(v1::CONCEPT_KIND_SKILL);
  good.set_text("lassen");
  std::vector<v1::LookupRequest> bad(7, good);
  bad[0].clear_text();
  bad[1].set_text(std::string(1001, 'x'));
  bad[2].clear_kind();
  bad[3].set_kind(static_cast<v1::ConceptKind>(99));
  bad[4].set_limit(0);
  bad[5].set_limit(101);
  bad[6].add_language_codes("nederlands");
  for (const v1::LookupRequest& request : bad) {
    grpc::ClientContext context;
    v1::LookupResponse response;
    const grpc::Status status = taxonomy_->Lookup(&context, request, &response);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT)
        << request.ShortDebugString();
    EXPECT_THAT(status.error_message(), Not(IsEmpty()));
  }
}

TEST_F(OverstapServiceTest, DescribesConcepts) {
  v1::GetConceptRequest request;
  request.set_uri("urn:o:lasser");
  v1::GetConceptResponse response;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(taxonomy_->GetConcept(&context, request, &response).ok());
  }
  const v1::Concept& welder = response.taxonomy_concept();
  EXPECT_EQ(welder.kind(), v1::CONCEPT_KIND_OCCUPATION);
  EXPECT_EQ(welder.label(), "lasser");
  EXPECT_EQ(welder.isco_code(), "7212");
  EXPECT_EQ(welder.level(), 2);
  ASSERT_EQ(welder.requirements_size(), 3);
  EXPECT_EQ(welder.requirements(0).importance(), v1::IMPORTANCE_ESSENTIAL);
  EXPECT_EQ(welder.requirements(2).skill().uri(), "urn:s:tiglassen");
  EXPECT_EQ(welder.requirements(2).importance(), v1::IMPORTANCE_OPTIONAL);
  request.set_uri("urn:s:tiglassen");
  request.add_language_codes("en");
  {
    grpc::ClientContext context;
    ASSERT_TRUE(taxonomy_->GetConcept(&context, request, &response).ok());
  }
  EXPECT_EQ(response.taxonomy_concept().label(), "TIG welding");
  EXPECT_FALSE(response.taxonomy_concept().has_level());
  EXPECT_EQ(response.taxonomy_concept().broader(0).uri(), "urn:s:lassen");
  request.set_uri("urn:s:none");
  grpc::ClientContext context;
  EXPECT_EQ(taxonomy_->GetConcept(&context, request, &response).error_code(),
            grpc::StatusCode::NOT_FOUND);
}

TEST_F(OverstapServiceTest, ListsVersionsInPages) {
  TaxonomySource newer = TinyTaxonomySource();
  newer.scheme = "zz";
  ASSERT_TRUE(store_->PutTaxonomy(newer, "zz-newer").ok());
  v1::ListVersionsRequest request;
  request.set_page_size(1);
  std::vector<std::string> names;
  do {
    grpc::ClientContext context;
    v1::ListVersionsResponse response;
    ASSERT_TRUE(taxonomy_->ListVersions(&context, request, &response).ok());
    ASSERT_EQ(response.taxonomy_versions_size(), 1);
    names.push_back(response.taxonomy_versions(0).scheme());
    EXPECT_EQ(response.taxonomy_versions(0).occupation_count(), 4);
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty() && names.size() < 5);
  EXPECT_THAT(names, ElementsAre("tiny", "zz"));
}

TEST_F(OverstapServiceTest, FindsTheClosestOccupation) {
  v1::ClosestRequest request;
  request.set_occupation("lasser");
  v1::ClosestResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(transition_->Closest(&context, request, &response).ok());
  EXPECT_EQ(response.origin().uri(), "urn:o:lasser");
  ASSERT_GE(response.results_size(), 1);
  EXPECT_EQ(response.results(0).destination().uri(), "urn:o:bankwerker");
  EXPECT_EQ(response.results(0).level_gap(), 0);
  EXPECT_TRUE(response.results(0).has_level_gap());
  request.set_occupation("urn:o:none");
  grpc::ClientContext again;
  EXPECT_EQ(transition_->Closest(&again, request, &response).error_code(),
            grpc::StatusCode::NOT_FOUND);
}

TEST_F(OverstapServiceTest, FindsRoutesWithAPlanAndVacancies) {
  ImportWorld();
  v1::RouteRequest request;
  request.mutable_person()->add_occupations("lasser");
  request.mutable_person()->set_region("AM06");
  request.set_techniek("alle");
  request.set_explain(true);
  v1::RouteResponse response;
  grpc::ClientContext context;
  const grpc::Status status = transition_->Route(&context, request, &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_GE(response.routes_size(), 1);
  const v1::TransitionRoute& best = response.routes(0);
  EXPECT_EQ(best.fit().destination().uri(), "urn:o:bankwerker");
  ASSERT_EQ(best.fit().gap_size(), 1);
  EXPECT_EQ(best.fit().gap(0).skill().uri(), "urn:s:tekening");
  ASSERT_EQ(best.plan().courses_size(), 1);
  EXPECT_EQ(best.plan().courses(0).course().id(), "c");
  EXPECT_EQ(best.plan().weeks(), 4);
  EXPECT_EQ(best.vacancies().region(), 1);
  EXPECT_FALSE(best.vacancies().has_within_radius());
  EXPECT_FALSE(best.has_techniek_intensity());
  EXPECT_THAT(best.explanation().kind(), Not(IsEmpty()));
  EXPECT_EQ(response.as_of().year(), 2026);
}

// What the command line shows besides: ways over other work, plain Dutch and staying in techniek.
TEST_F(OverstapServiceTest, RoutesAndPlansHaveWaysAndDutchWhenAskedFor) {
  ImportWorld();
  v1::RouteRequest request;
  request.mutable_person()->add_occupations("lasser");
  request.mutable_person()->set_region("AM06");
  request.set_techniek("alle");
  v1::RouteResponse plain;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(transition_->Route(&context, request, &plain).ok());
  }
  ASSERT_GE(plain.routes_size(), 1);
  EXPECT_FALSE(plain.has_paths_basis());
  EXPECT_FALSE(plain.has_stay_in_techniek());
  EXPECT_FALSE(plain.routes(0).has_ways());
  EXPECT_FALSE(plain.routes(0).has_explanation_nl());
  EXPECT_TRUE(plain.routes(0).fit().within_reach());
  EXPECT_EQ(plain.routes(0).fit().barriers_size(), 0);
  request.set_max_hops(3);
  request.set_explain(true);
  v1::RouteResponse asked;
  {
    grpc::ClientContext context;
    const grpc::Status status = transition_->Route(&context, request, &asked);
    ASSERT_TRUE(status.ok()) << status.error_message();
  }
  ASSERT_EQ(asked.routes_size(), plain.routes_size());
  EXPECT_TRUE(asked.paths_basis().vacancies_known());
  EXPECT_TRUE(asked.routes(0).ways().direct_possible());
  EXPECT_THAT(asked.routes(0).explanation_nl().text(), HasSubstr("belangrijkste"));
  v1::PlanRequest plan;
  *plan.mutable_person() = request.person();
  plan.set_occupation("bankwerker");
  plan.set_explain(true);
  plan.set_max_hops(2);
  v1::PlanResponse planned;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(transition_->Plan(&context, plan, &planned).ok());
  }
  EXPECT_TRUE(planned.ways().direct_possible());
  EXPECT_THAT(planned.explanation_nl().text(), HasSubstr("bankwerker"));
  request.set_max_hops(4);
  plan.set_max_hops(0);
  grpc::ClientContext one, other;
  EXPECT_EQ(transition_->Route(&one, request, &asked).error_code(),
            grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(transition_->Plan(&other, plan, &planned).error_code(),
            grpc::StatusCode::INVALID_ARGUMENT);
}

// What each course brings, the core of the plan, and work that is learnt in a job.
TEST_F(OverstapServiceTest, PlansSayWhatCoursesBringAndWhichJobsTeachTheWork) {
  ImportWorld();
  v1::Course bbl = ADrawingCourse("bbl");
  bbl.set_form(v1::COURSE_FORM_BBL);
  bbl.set_weeks(100);  // too long for a step that is possible now
  for (const char* uri : {"urn:s:lassen", "urn:s:meten"}) bbl.add_skill_uris(uri);
  Import(v1::RECORD_KIND_COURSES, bbl, &v1::ImportRecord::mutable_course);
  v1::RouteRequest request;
  request.mutable_person()->add_occupations("kok");
  request.mutable_person()->add_skills("TIG-lassen");
  request.mutable_person()->set_region("AM06");
  request.set_techniek("alle");
  request.set_max_hops(2);
  grpc::ClientContext context;
  v1::RouteResponse answer;
  const grpc::Status status = transition_->Route(&context, request, &answer);
  ASSERT_TRUE(status.ok()) << status.error_message();
  int entrances = 0;
  int cores = 0;
  for (const v1::TransitionRoute& route : answer.routes()) {
    if (route.ways().has_entrance()) {
      ++entrances;
      EXPECT_FALSE(route.ways().direct_possible());
      EXPECT_EQ(route.ways().entrance().course().course_id(), "bbl");
      EXPECT_GT(route.ways().entrance().weeks(), 0);
      EXPECT_GT(route.ways().entrance().coverage(), 0.3);
    }
    if (!route.plan().has_core()) continue;
    ++cores;
    double gains = 0;
    int of_core = 0;
    for (const v1::PlannedCourse& course : route.plan().courses()) {
      gains += course.coverage_gain();
      of_core += course.core() ? 1 : 0;
    }
    EXPECT_EQ(route.plan().core().course_count(), of_core);
    EXPECT_NEAR(route.plan().coverage_after() - gains, route.fit().coverage(), 1e-9);
  }
  EXPECT_GT(cores, 0);
  EXPECT_GT(entrances, 0);
}

TEST_F(OverstapServiceTest, ClosestSaysItInDutch) {
  v1::ClosestRequest request;
  request.set_occupation("lasser");
  v1::ClosestResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(transition_->Closest(&context, request, &response).ok());
  ASSERT_GE(response.results_size(), 1);
  EXPECT_THAT(response.results(0).explanation_nl().text(), HasSubstr(" lijkt voor "));
  EXPECT_FALSE(response.has_stay_in_techniek());
}

// Work with metal is technical, and nothing else.
class TechniekServiceTest : public OverstapServiceTest {
 protected:
  snapshot::Parameters Parameters() const override {
    snapshot::Parameters parameters;
    parameters.techniek.push_back({"metaal", "1", "for tests", "tests", {"72"}, {}});
    return parameters;
  }

  // URIs of what is closest.
  std::vector<std::string> Closest(const std::string& occupation, bool stay,
                                   v1::StayInTechniek* applied) {
    v1::ClosestRequest request;
    request.set_occupation(occupation);
    request.set_techniek("alle");
    request.set_stay_in_techniek(stay);
    v1::ClosestResponse response;
    grpc::ClientContext context;
    EXPECT_TRUE(transition_->Closest(&context, request, &response).ok());
    EXPECT_EQ(response.has_stay_in_techniek(), stay);
    *applied = response.stay_in_techniek();
    std::vector<std::string> uris;
    for (const v1::ClosestResult& result : response.results()) {
      uris.push_back(result.destination().uri());
    }
    return uris;
  }
};

TEST_F(TechniekServiceTest, WhoStaysInTechniekIsShownTechnicalWorkOnly) {
  v1::StayInTechniek applied;
  EXPECT_THAT(Closest("bankwerker", false, &applied), Contains("urn:o:timmerman"));
  EXPECT_THAT(Closest("bankwerker", true, &applied), ElementsAre("urn:o:lasser"));
  EXPECT_TRUE(applied.applied());
  EXPECT_EQ(applied.techniek(), "metaal 1");
  EXPECT_THAT(Closest("timmerman", true, &applied), Contains("urn:o:bankwerker"));
  EXPECT_FALSE(applied.applied());
}

TEST_F(OverstapServiceTest, PlansAndGapsAgree) {
  ImportWorld();
  v1::PlanRequest plan;
  *plan.mutable_person()->mutable_profile() = AWelder("p");
  plan.set_occupation("timmerman");
  v1::PlanResponse planned;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(transition_->Plan(&context, plan, &planned).ok());
  }
  v1::GapRequest gap;
  *gap.mutable_person() = plan.person();
  gap.set_occupation(plan.occupation());
  v1::GapResponse missing;
  grpc::ClientContext context;
  ASSERT_TRUE(transition_->Gap(&context, gap, &missing).ok());
  EXPECT_EQ(missing.fit().SerializeAsString(), planned.fit().SerializeAsString());
  ASSERT_EQ(planned.plan().uncovered_size(), 1);
  EXPECT_EQ(planned.plan().uncovered(0).uri(), "urn:s:zagen");
  EXPECT_FALSE(planned.has_explanation());
}

TEST_F(OverstapServiceTest, RefusesTransitionsWithoutAPersonOrWithBadNumbers) {
  std::vector<v1::RouteRequest> bad(6);
  for (size_t i = 1; i < bad.size(); ++i) bad[i].mutable_person()->add_occupations("lasser");
  bad[1].set_limit(101);
  bad[2].set_radius_km(-1);
  bad[3].mutable_plan()->set_hours_a_week(0);
  bad[4].mutable_plan()->set_objective(static_cast<v1::PlanObjective>(9));
  for (int i = 0; i < 101; ++i) bad[5].mutable_person()->add_occupations("lasser");
  for (const v1::RouteRequest& request : bad) {
    grpc::ClientContext context;
    v1::RouteResponse response;
    EXPECT_EQ(transition_->Route(&context, request, &response).error_code(),
              grpc::StatusCode::INVALID_ARGUMENT)
        << request.ShortDebugString();
  }
}

}  // namespace
}  // namespace overstap::service
