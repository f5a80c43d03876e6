// The part of ESCO's web service that we answer too.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "tests/service/http/rest_world.h"

namespace overstap::http {
namespace {

using nlohmann::json;

TEST(EscoApiTest, SearchAndSuggestFind) {
  const RestWorld world;
  const json found = json::parse(
      world.Get("/esco/api/search?text=welder&language=en&type=occupation&limit=5&full=false")
          .body);
  ASSERT_FALSE(found["_embedded"]["results"].empty());
  const json& first = found["_embedded"]["results"][0];
  EXPECT_EQ(first["uri"], kWelder);
  EXPECT_EQ(first["className"], "Occupation");
  EXPECT_EQ(first["preferredLabel"]["nl"], "lasser");
  EXPECT_EQ(first["title"], "welder");
  EXPECT_EQ(world.Get(first["_links"]["self"]["href"].get<std::string>()).status, 200);
  const json typed = json::parse(world.Get("/esco/api/suggest2?text=las&language=nl").body);
  EXPECT_EQ(typed["_embedded"]["results"][0]["searchHit"], "lasser");
}

TEST(EscoApiTest, ResourcesLeadToEachOther) {
  const RestWorld world;
  const std::string uri = PercentEncode(kWelder);
  const json welder = json::parse(
      world.Get(StrCat("/esco/api/resource/occupation?uri=", uri, "&language=nl")).body);
  const json skills = welder["_links"]["hasEssentialSkill"];
  ASSERT_FALSE(skills.empty());
  const json related = json::parse(
      world
          .Get(StrCat("/esco/api/resource/related?relation=hasEssentialSkill&limit=100&language=nl"
                      "&uri=",
                      uri))
          .body);
  EXPECT_EQ(related["_embedded"]["hasEssentialSkill"], skills);
  EXPECT_EQ(related["total"], skills.size());
  const json skill = json::parse(world.Get(skills[0]["href"].get<std::string>()).body);
  EXPECT_EQ(skill["className"], "Skill");
  bool leads_back = false;
  for (const json& occupation : skill["_links"]["isEssentialForOccupation"]) {
    leads_back = leads_back || occupation["uri"] == kWelder;
  }
  EXPECT_TRUE(leads_back);
  EXPECT_EQ(world.Get(StrCat("/esco/api/resource/concept?uri=", uri)).status, 200);
  EXPECT_EQ(world
                .Get("/esco/api/resource/taxonomy?uri=http://data.europa.eu/esco/concept-scheme/"
                     "occupations")
                .status,
            200);
}

TEST(EscoApiTest, AllIsListedAPageAtATime) {
  const RestWorld world;
  std::string target = "/esco/api/search?type=skill&limit=200&language=en";
  size_t count = 0;
  while (!target.empty()) {
    const json page = json::parse(world.Get(target).body);
    for (const json& item : page["_embedded"]["results"]) count += item["className"] == "Skill";
    target = page["_links"].contains("next") ? page["_links"]["next"]["href"] : json("");
  }
  EXPECT_EQ(count, world.live.Current()->taxonomy().skill_count());
  const auto total = [&](const std::string& query) {
    return json::parse(world.Get(StrCat("/esco/api/search?text=lassen", query)).body)["total"]
        .get<int>();
  };
  EXPECT_EQ(total(""), total("&type=occupation") + total("&type=skill"));
  EXPECT_EQ(total("&type=skill&type=occupation&type=concept"), total(""));
}

TEST(EscoApiTest, ErrorsAreThoseOfEsco) {
  const RestWorld world;
  for (const auto& [target, status] : std::vector<std::pair<std::string, int>>{
           {"/esco/api/resource/skill?uri=none", 404},
           {"/esco/api/none", 404},
           {"/esco/api/resource/taxonom?uri=none", 400},
           {"/esco/api/resource/occupation", 400},
           {"/esco/api/search?text=a&limit=0", 400},
           {StrCat("/esco/api/resource/related?relation=x&uri=", PercentEncode(kWelder)), 400}}) {
    const Response response = world.Get(target);
    EXPECT_EQ(response.status, status) << target;
    const json body = json::parse(response.body);
    EXPECT_EQ(body["status"], status);
    EXPECT_TRUE(body["logref"].is_string() && body["message"].is_string());
    EXPECT_TRUE(body.at("_links").is_null());
  }
}

}  // namespace
}  // namespace overstap::http
