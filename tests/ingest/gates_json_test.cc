#include "ingest/gates_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr char kRule[] =
    R"("id":"vca","kind":"certificate","name":"VCA","source":"SSVV","isco":["71"],"proof":["vca"])";

std::string Document(std::string_view fields) { return StrCat("{\"gates\":[{", fields, "}]}"); }

TEST(ParseGatesTest, ReadsARule) {
  const auto rules = ParseGates(
      Document(StrCat(kRule, R"(,"except":["7126"],"words":["dak"],"skill_words":["steiger"],)",
                      R"("opens_with":"Volg VCA.")")));
  ASSERT_TRUE(rules.ok()) << rules.status();
  ASSERT_EQ(rules->size(), 1u);
  const model::GateRule& rule = rules->front();
  EXPECT_EQ(rule.id, "vca");
  EXPECT_EQ(rule.kind, model::GateKind::kCertificate);
  EXPECT_EQ(rule.opens_with, "Volg VCA.");
  EXPECT_EQ(rule.except, std::vector<std::string>{"7126"});
  EXPECT_EQ(rule.skill_words, std::vector<std::string>{"steiger"});
}

TEST(ParseGatesTest, ReadsTheRulesThatTheProgramCarries) {
  std::ifstream in(StrCat(OVERSTAP_SOURCE_DIR, "/data/gates/gates.json"), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto rules = ParseGates(text.str());
  ASSERT_TRUE(rules.ok()) << rules.status();
  EXPECT_GT(rules->size(), 20u);
  for (const model::GateRule& rule : *rules) EXPECT_FALSE(rule.opens_with.empty()) << rule.id;
}

TEST(ParseGatesTest, SaysWhatIsWrong) {
  struct Case {
    std::string json;
    std::string_view said;
  };
  const std::string rule = kRule;
  const auto with = [&rule](std::string_view from, std::string_view to) {
    std::string changed = rule;
    changed.replace(changed.find(from), from.size(), to);
    return Document(changed);
  };
  const Case cases[] = {
      {"", ""},
      {"[]", "object"},
      {"{}", "gates"},
      {"{\"gates\":[3]}", "gates"},
      {with("\"vca\"", "\"\""), "id"},
      {with("certificate", "permit"), "kind"},
      {with("\"71\"", "\"71265\""), "ISCO"},
      {with(",\"proof\":[\"vca\"]", ""), "proof"},
      {with("\"isco\"", "\"icso\""), "icso"},
      {with("\"source\":\"SSVV\"", "\"source\":\"\""), "source"},
      {with("certificate", "language"), "dutch"},
      {Document(StrCat(rule, R"(,"dutch":"B3")")), "B3"},
      {StrCat("{\"gates\":[{", rule, "},{", rule, "}]}"), "twice"},
  };
  for (const Case& one : cases) {
    const auto rules = ParseGates(one.json);
    EXPECT_FALSE(rules.ok()) << one.json;
    EXPECT_NE(rules.status().message().find(one.said.data()), std::string::npos)
        << one.json << " -> " << rules.status();
  }
}

}  // namespace
}  // namespace overstap::ingest
