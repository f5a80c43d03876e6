#include "service/http/gateway.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "engine/advice/paths.h"
#include "service/http/compression.h"
#include "service/json/path_view.h"
#include "tests/service/http/rest_world.h"
#include "tests/support/temp_folder.h"

namespace overstap::http {
namespace {

using nlohmann::json;

// What zlib makes of it; fails the test when it is no whole gzip.
std::string Gunzip(std::string_view packed) {
  z_stream stream{};
  constexpr int kGzipOnly = 15 + 16;
  EXPECT_EQ(inflateInit2(&stream, kGzipOnly), Z_OK);
  std::string text(4'000'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

std::vector<std::string> Pointers(const Response& response) {
  std::vector<std::string> pointers;
  for (const json& fault : json::parse(response.body).value("errors", json::array())) {
    pointers.push_back(fault.value("pointer", fault.value("parameter", "")));
  }
  return pointers;
}

TEST(GatewayTest, AQuestionIsAnsweredAsOnTheCommandLine) {
  const RestWorld world;
  const Response response = world.Post(
      "/v1/routes/_zoek", R"({"occupations":["grondafhandelaar"],"region":"AM18","limit":2})");
  advice::RoutesWithPathsParams params;
  params.route.person.occupations = {"grondafhandelaar"};
  params.route.person.region = "AM18";
  params.route.limit = 2;
  const advice::Context context{*world.live.Current(), world.clock.Today()};
  const auto expected = advice::FindRoutesWithPaths(context, params);
  ASSERT_TRUE(expected.ok());
  EXPECT_EQ(response.body, service::Dump(service::ToJson(*expected)));
  EXPECT_EQ(response.Header("Cache-Control"), "no-store");
}

TEST(GatewayTest, WhatIsRejectedIsMissing) {
  const RestWorld world;
  const auto gap_of = [&world](const std::string& more) {
    const Response response = world.Post(
        "/v1/plans/_zoek",
        StrCat(R"({"occupation":"lasser","occupations":["lasser"],"region":"AM06")", more, "}"));
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body)["gap"];
  };
  EXPECT_TRUE(gap_of("").empty());
  const json gap = gap_of(R"(,"cannot":["MIG-lassen"])");
  ASSERT_FALSE(gap.empty());
  for (const json& line : gap) EXPECT_TRUE(line["cannot"].get<bool>()) << line;
  EXPECT_EQ(world.Post("/v1/plans/_zoek", R"({"occupation":"lasser","cannot":5})").status, 400);
}

TEST(GatewayTest, AConceptIsNamedByItsUriOrTheLastPartOfIt) {
  const RestWorld world;
  const std::string by_uri = world.Get(StrCat("/v1/occupations/", PercentEncode(kWelder))).body;
  EXPECT_EQ(json::parse(by_uri)["label"], "lasser");
  EXPECT_EQ(world.Get("/v1/occupations/7aedaa07-3884-4c5b-88f9-80997b2aa54b").body, by_uri);
  EXPECT_EQ(world.Get("/v1/occupations/7aedaa07").status, 404);
  EXPECT_EQ(world.Get(StrCat("/v1/skills/", PercentEncode(kWelder))).status, 404);
}

TEST(GatewayTest, LanguageDecidesLabels) {
  const RestWorld world;
  const auto label = [&](const std::string& query) {
    return json::parse(
        world.Get(StrCat("/v1/occupations/7aedaa07-3884-4c5b-88f9-80997b2aa54b", query))
            .body)["label"];
  };
  EXPECT_EQ(label(""), "lasser");
  EXPECT_EQ(label("?language=en"), "welder");
}

TEST(GatewayTest, PagesHangTogether) {
  const RestWorld world;
  std::vector<std::string> uris;
  std::string target = "/v1/occupations?pageSize=50&language=nl";
  while (!target.empty()) {
    const Response response = world.Get(target);
    const json body = json::parse(response.body);
    for (const json& item : body["items"]) uris.push_back(item["uri"]);
    EXPECT_LE(body["items"].size(), 50u);
    const std::string link(response.Header("Link"));
    const size_t end = link.find(">; rel=\"next\"");
    if (end == std::string::npos) break;
    const size_t begin = link.rfind('<', end) + 1;
    target = link.substr(begin, end - begin);
  }
  EXPECT_EQ(uris.size(), world.live.Current()->taxonomy().occupation_count());
  EXPECT_TRUE(std::is_sorted(uris.begin(), uris.end()));
  EXPECT_TRUE(json::parse(world.Get("/v1/occupations?page=9999").body)["items"].empty());
}

TEST(GatewayTest, OnlyOpenVacanciesAreListed) {
  const RestWorld world;
  const json all = json::parse(world.Get("/v1/vacancies?pageSize=1").body);
  const json there = json::parse(world.Get("/v1/vacancies?region=AM06&pageSize=1000").body);
  EXPECT_LT(there["total"], all["total"]);
  for (const json& item : there["items"]) {
    EXPECT_EQ(item["region"], "AM06");
    EXPECT_TRUE(item["closes"].is_null() || item["closes"] >= "2026-11-21");
  }
}

TEST(GatewayTest, WhatDidNotChangeIsNotSentAgain) {
  const RestWorld world;
  const std::string target = "/v1/regions?page=1";
  const std::string etag(world.Get(target).Header("ETag"));
  EXPECT_EQ(etag.size(), 18u);
  const auto ask = [&](const std::string& path, const std::string& known) {
    return world.Send("GET", path, "", known).status;
  };
  EXPECT_EQ(ask(target, etag), 304);
  EXPECT_EQ(ask(target, StrCat("\"other\", W/", etag)), 304);
  EXPECT_EQ(ask(target, "\"other\""), 200);
  EXPECT_EQ(ask("/v1/regions?page=2", etag), 200);
}

TEST(GatewayTest, EveryWrongFieldIsNamed) {
  const RestWorld world;
  const Response response = world.Post(
      "/v1/plans/_zoek",
      R"({"minimise":"luck","budget_eur":-1,"hops":1.5,"start":"2026-02-30","skills":["a",1],
          "applicant":{"employed":"yes","a/b~":1},"profile":{"id":"p","sex":"f"}})");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(Pointers(response),
              ::testing::UnorderedElementsAre("/occupation", "/minimise", "/budget_eur", "/hops",
                                              "/start", "/skills/1", "/applicant/employed",
                                              "/applicant/a~1b~0", "/profile"));
  EXPECT_THAT(Pointers(world.Get("/v1/suggestions?kind=town&limit=0&q=a&q=b&x=1")),
              ::testing::UnorderedElementsAre("kind", "limit", "q", "x"));
}

TEST(GatewayTest, WhatIsNotUnderstoodIsNotFound) {
  const RestWorld world;
  const Response response = world.Post("/v1/closest/_zoek", R"({"occupation":"zzzzqqqq"})");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(json::parse(response.body)["code"], "not_found");
}

TEST(GatewayTest, BodiesThatAreNoQuestionAreRefused) {
  const RestWorld world;
  for (const char* body : {"", "[]", "{", "\xff", R"({"text":"a","text":"b"})", "null"}) {
    EXPECT_EQ(world.Post("/v1/extractions/_zoek", body).status, 400) << body;
  }
  const std::string deep(100'000, '[');
  EXPECT_EQ(world.Post("/v1/extractions/_zoek", deep).status, 400);
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded",
                           "application/json; charset=latin1"}) {
    EXPECT_EQ(world.Send("POST", "/v1/extractions/_zoek", type, "", "", "{}").status, 415);
  }
  // In a URL, what is asked would end in logs.
  EXPECT_EQ(world.Post("/v1/extractions/_zoek?text=a", R"({"text":"a"})").status, 400);
}

TEST(GatewayTest, MethodsThatAreNotThereAreNamed) {
  const RestWorld world;
  const Response put = world.Send("PUT", "/v1/skills");
  EXPECT_EQ(put.status, 405);
  EXPECT_EQ(put.Header("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(world.Get("/v1/routes/_zoek").Header("Allow"), "POST, OPTIONS");
  EXPECT_EQ(world.Send("OPTIONS", "/v1/skills").status, 204);
  EXPECT_EQ(world.Send("HEAD", "/v1/skills").status, 200);
}

TEST(GatewayTest, OnlyNamedOriginsMayAskWithABody) {
  const RestWorld world(GatewayParams{{"https://loket.example.org"}});
  const auto allowed = [&](const std::string& method, const std::string& path,
                           const std::string& origin) {
    return std::string(world.Send(method, path, "application/json", "", origin, "{}")
                           .Header("Access-Control-Allow-Origin"));
  };
  EXPECT_EQ(allowed("GET", "/v1/skills", "https://other.example.org"), "*");
  for (const char* method : {"OPTIONS", "POST"}) {
    const std::string path = "/v1/matches/_zoek";
    EXPECT_EQ(allowed(method, path, "https://loket.example.org"), "https://loket.example.org");
    EXPECT_EQ(allowed(method, path, "https://other.example.org"), "");
    EXPECT_EQ(allowed(method, path, ""), "");
  }
}

TEST(GatewayTest, OnlyNamesOfOursAreAnswered) {
  const RestWorld world(GatewayParams{{}, {"Loket.example.org"}});
  const auto status = [&](const std::string& host) {
    return world.gateway.Handle({"GET", "/v1/health", "", "", "", "", host}).status;
  };
  for (const char* host :
       {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.9.9.9", "[::1]:8080", "[::1]",
        "localhost:", "loket.example.org", "loket.example.org:443", ""}) {
    EXPECT_EQ(status(host), 200) << host;
  }
  for (const char* host :
       {"evil.example.org", "evil.example.org:8080", "localhost.evil.org", "127.0.0.1.evil.org",
        "192.168.1.4", "0.0.0.0", "[::2]", "::1", "localhost:80:80", "localhost@evil",
        "evil.loket.example.org", "\xff", ".", ":8080", "2130706433"}) {
    EXPECT_EQ(status(host), 421) << host;
  }
}

TEST(GatewayTest, AnAnswerThatTakesTooLongEnds) {
  GatewayParams hasty;
  hasty.longest_answer = absl::ZeroDuration();
  const RestWorld world(hasty);
  for (const char* path : {"/v1/routes/_zoek", "/v1/reasons/_zoek"}) {
    const Response response =
        world.Post(path, std::string(path) == "/v1/routes/_zoek"
                             ? R"({"occupations":["grondafhandelaar"]})"
                             : R"({"occupations":["grondafhandelaar"],"occupation":"lasser"})");
    EXPECT_EQ(response.status, 504) << response.body;
    EXPECT_EQ(response.Header("Content-Type"), "application/problem+json");
    const json problem = json::parse(response.body);
    EXPECT_EQ(problem["code"], "deadline_exceeded");
    EXPECT_THAT(problem["detail"].get<std::string>(), ::testing::HasSubstr("Ask for less"));
  }
}

TEST(GatewayTest, BodiesArePackedForWhoTakesIt) {
  const RestWorld world;
  const auto get = [&](const std::string& target, const std::string& accepts,
                       const std::string& known = "") {
    return world.gateway.Handle({"GET", target, "", known, "", "", "", accepts});
  };
  const std::string target = "/v1/occupations?pageSize=200";
  const Response plain = get(target, "");
  const Response packed = get(target, "br, gzip");
  EXPECT_EQ(plain.Header("Content-Encoding"), "");
  EXPECT_EQ(packed.Header("Content-Encoding"), "gzip");
  EXPECT_EQ(Gunzip(packed.body), plain.body);
  EXPECT_LT(packed.body.size() * 3, plain.body.size());
  EXPECT_EQ(packed.Header("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain.Header("Vary"), "Accept-Encoding");
  // To a cache the two are different things.
  const std::string etag(packed.Header("ETag"));
  EXPECT_NE(etag, plain.Header("ETag"));
  EXPECT_EQ(get(target, "gzip", etag).status, 304);
  EXPECT_EQ(get(target, "gzip", etag).Header("Vary"), "Accept-Encoding");
  EXPECT_EQ(get(target, "", etag).status, 200);
  EXPECT_EQ(get(target, "gzip", std::string(plain.Header("ETag"))).status, 200);
  EXPECT_EQ(get("/v1/health", "gzip").Header("Content-Encoding"), "");
  EXPECT_EQ(Gunzip(get("/v1/openapi.json", "gzip").body), Gateway::OpenApi());
}

TEST(CompressionTest, TheClientSaysWhatItTakes) {
  for (const char* accepts : {"gzip", "GZIP", "deflate, gzip;q=0.1", "gzip ; q=1", "*",
                              "br,*;q=0.2", "x-gzip", "gzip;level=9;q=0.5"}) {
    EXPECT_TRUE(AcceptsGzip(accepts)) << accepts;
  }
  for (const char* accepts : {"", "identity", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *",
                              "*, gzip;q=0", "br", "gzipped", "gzip;q=x", ",,;", "\xff"}) {
    EXPECT_FALSE(AcceptsGzip(accepts)) << accepts;
  }
  for (const std::string& text :
       {std::string(), std::string(1, '\0'), std::string(3'000'000, 'a')}) {
    EXPECT_EQ(Gunzip(Gzip(text, Effort::kFast)), text);
    EXPECT_EQ(Gunzip(Gzip(text, Effort::kMost)), text);
  }
}

class GatewayFilesTest : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& content) {
    const std::filesystem::path path = std::filesystem::path(folder_ / "web") / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
  }

  const TempFolder folder_;
};

TEST_F(GatewayFilesTest, ServesThePage) {
  Write("index.html", "<p>Overstap</p>");
  const std::string script_text(5000, '1');
  Write("assets/main-3f9a.js", script_text);
  Write(".env", "secret");
  std::ofstream(folder_ / "outside") << "secret";
  std::filesystem::create_symlink(folder_ / "outside",
                                  std::filesystem::path(folder_ / "web") / "link.txt");
  const RestWorld world({}, StaticFiles::Load(folder_ / "web").value());
  for (const char* route : {"/", "/index.html", "/privacy", "/regio/AM06"}) {
    const Response page = world.Get(route);
    EXPECT_EQ(page.body, "<p>Overstap</p>") << route;
    EXPECT_EQ(page.Header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.Header("Cache-Control"), "no-cache");
    EXPECT_EQ(page.Header("Content-Security-Policy"), kPagePolicy);
    EXPECT_EQ(page.Header("X-Content-Type-Options"), "nosniff");
  }
  const Response packed =
      world.gateway.Handle({"GET", "/assets/main-3f9a.js", "", "", "", "", "", "gzip"});
  EXPECT_EQ(packed.Header("Content-Encoding"), "gzip");
  EXPECT_EQ(Gunzip(packed.body), script_text);
  const Response script = world.Get("/assets/main-3f9a.js");
  EXPECT_EQ(script.body, script_text);
  EXPECT_EQ(script.Header("Vary"), "Accept-Encoding");
  EXPECT_NE(script.Header("ETag"), packed.Header("ETag"));
  EXPECT_EQ(script.Header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(script.Header("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(world.Send("GET", "/", "", std::string(world.Get("/").Header("ETag"))).status, 304);
  for (const char* path :
       {"/../outside", "/%2e%2e/outside", "/..%2foutside", "/..%5coutside", "/assets/../../outside",
        "/.env", "/link.txt", "/none.js", "//etc/passwd.x", "/v1", "/v1/../index.html"}) {
    EXPECT_EQ(world.Get(path).status, 404) << path;
  }
  EXPECT_EQ(world.Send("POST", "/").status, 405);
}

TEST_F(GatewayFilesTest, AFolderWithoutAPageIsRefused) {
  EXPECT_EQ(StaticFiles::Load(folder_ / "none").status().code(), absl::StatusCode::kNotFound);
  Write("main.js", "1");
  EXPECT_EQ(StaticFiles::Load(folder_ / "web").status().code(), absl::StatusCode::kNotFound);
}

TEST(TargetTest, RefusesWhatIsNoPath) {
  for (const char* text :
       {"", "*", "v1", "/%", "/%4", "/%zz", "/%00", "/a?b=%ff", "/\x01", "/a#b", "http://host/"}) {
    EXPECT_FALSE(ParseTarget(text).ok()) << text;
  }
  EXPECT_EQ(ParseTarget(std::string(kMaxTargetBytes + 1, '/')).status().code(),
            absl::StatusCode::kOutOfRange);
  const auto target = ParseTarget("/v1/a%2Fb/?x=1+2%2B&&y&x=");
  ASSERT_TRUE(target.ok());
  EXPECT_EQ(target->segments, (std::vector<std::string>{"v1", "a/b", ""}));
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(target->query, (Pairs{{"x", "1 2+"}, {"y", ""}, {"x", ""}}));
  EXPECT_EQ(ParseTarget(StrCat("/", PercentEncode("a/b ?é")))->segments[0], "a/b ?é");
}

}  // namespace
}  // namespace overstap::http
