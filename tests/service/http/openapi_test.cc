// Every operation of the OpenAPI document, asked as its examples say.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/strings.h"
#include "service/http/api_version.h"
#include "tests/service/http/http_client.h"
#include "tests/service/http/rest_world.h"

namespace overstap::http {
namespace {

using nlohmann::json;

const json& Document() {
  static const json* const kDocument = new json(json::parse(Gateway::OpenApi()));
  return *kDocument;
}

// What a "$ref" stands for, else the value itself.
const json& Resolve(const json& value) {
  const auto ref = value.find("$ref");
  if (ref == value.end()) return value;
  return Document().at(json::json_pointer(ref->get<std::string>().substr(1)));
}

bool HasType(const json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  return type == "array" ? value.is_array() : value.is_object();
}

// Adds where and why the value is not of the schema: the part of JSON Schema that the document
// uses.
void Check(const json& asked, const json& value, const std::string& where,
           std::vector<std::string>* wrong);

void CheckObject(const json& schema, const json& value, const std::string& where,
                 std::vector<std::string>* wrong) {
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name)) wrong->push_back(StrCat(where, " lacks ", name.get<std::string>()));
  }
  const json properties = schema.value("properties", json::object());
  for (const auto& [key, inner] : value.items()) {
    const std::string inside = StrCat(where, "/", key);
    if (properties.contains(key)) {
      Check(properties[key], inner, inside, wrong);
    } else if (schema.value("additionalProperties", json(true)) == json(false)) {
      wrong->push_back(StrCat(inside, " is not in the contract"));
    }
  }
}

void Check(const json& asked, const json& value, const std::string& where,
           std::vector<std::string>* wrong) {
  const json& schema = Resolve(asked);
  if (value.is_null() && schema.value("nullable", false)) return;
  for (const json& part : schema.value("allOf", json::array())) Check(part, value, where, wrong);
  bool is_any = !schema.contains("anyOf");
  for (const json& choice : schema.value("anyOf", json::array())) {
    std::vector<std::string> refused;
    Check(choice, value, where, &refused);
    is_any = is_any || refused.empty();
  }
  if (!is_any) wrong->push_back(StrCat(where, " is none of what it may be"));
  if (schema.contains("type") && !HasType(value, schema["type"])) {
    wrong->push_back(StrCat(where, " is no ", schema["type"].get<std::string>()));
    return;
  }
  if (schema.contains("enum") &&
      std::count(schema["enum"].begin(), schema["enum"].end(), value) == 0)
    wrong->push_back(StrCat(where, " has a value that is not in the contract: ", value.dump()));
  if (value.is_number() && (value < schema.value("minimum", json(-HUGE_VAL)) ||
                            value > schema.value("maximum", json(HUGE_VAL)))) {
    wrong->push_back(StrCat(where, " is out of its range: ", value.dump()));
  }
  if (value.is_object()) CheckObject(schema, value, where, wrong);
  if (!value.is_array() || !schema.contains("items")) return;
  for (const json& item : value) Check(schema["items"], item, where + "/*", wrong);
}

struct Example {
  std::string name;
  std::string method;
  std::string target;
  std::string body;
  const json* operation;
};

// The path with the examples of its parameters.
std::string TargetOf(std::string path, const json& operation) {
  std::string query;
  for (const json& parameter : operation.value("parameters", json::array())) {
    EXPECT_TRUE(parameter.contains("example")) << path << " " << parameter["name"];
    const json example = parameter.value("example", json(""));
    const std::string value =
        PercentEncode(example.is_string() ? example.get<std::string>() : example.dump());
    const std::string name = parameter["name"];
    if (parameter["in"] == "path") {
      path.replace(path.find("{" + name + "}"), name.size() + 2, value);
    } else {
      StrAppend(&query, query.empty() ? "?" : "&", name, "=", value);
    }
  }
  return StrCat("/v1", path, query);
}

std::vector<Example> Examples() {
  std::vector<Example> examples;
  for (const auto& [path, item] : Document()["paths"].items()) {
    for (const auto& [method, operation] : item.items()) {
      const std::string target = TargetOf(path, operation);
      if (method == "get") {
        examples.push_back({operation["operationId"], "GET", target, "", &operation});
        continue;
      }
      EXPECT_EQ(method, "post");
      const json& content = operation["requestBody"]["content"]["application/json"];
      EXPECT_FALSE(content.value("examples", json::object()).empty()) << path << " has no example";
      for (const auto& [name, example] : content["examples"].items()) {
        std::vector<std::string> wrong;
        Check(content["schema"], example["value"], "", &wrong);
        EXPECT_EQ(wrong, std::vector<std::string>()) << path << " " << name;
        examples.push_back({StrCat(operation["operationId"].get<std::string>(), " ", name), "POST",
                            target, example["value"].dump(), &operation});
      }
    }
  }
  return examples;
}

TEST(OpenApiTest, EveryExampleIsAnsweredAsDocumented) {
  RestWorld world;
  const auto server = HttpServer::Start({.address = "127.0.0.1:0"}, &world.gateway);
  ASSERT_TRUE(server.ok()) << server.status();
  HttpClient client((*server)->address());
  const std::vector<Example> examples = Examples();
  EXPECT_GE(examples.size(), 26u);
  for (const Example& example : examples) {
    SCOPED_TRACE(example.name);
    const Reply reply = client.Ask(example.method, example.target, example.body);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.headers.at("api-version"), kApiVersion);
    const json& documented = (*example.operation)["responses"]["200"];
    for (const auto& [name, header] : documented["headers"].items()) {
      std::string lower = name;
      for (char& byte : lower) byte = static_cast<char>(std::tolower(byte));
      EXPECT_TRUE(reply.headers.contains(lower)) << name;
    }
    const json& content = documented["content"];
    ASSERT_TRUE(content.contains(reply.headers.at("content-type")));
    std::vector<std::string> wrong;
    const json body = json::parse(reply.body);
    Check(content.begin().value()["schema"], body, "", &wrong);
    EXPECT_EQ(wrong, std::vector<std::string>());
    ASSERT_TRUE(content.begin().value().contains("example"));
    wrong.clear();
    Check(content.begin().value()["schema"], content.begin().value()["example"], "", &wrong);
    EXPECT_EQ(wrong, std::vector<std::string>()) << "the example of the answer";
  }
}

TEST(OpenApiTest, ErrorsAreAsDocumented) {
  const RestWorld world;
  const json& schema = Document()["components"]["schemas"]["Problem"];
  for (const Response& response :
       {world.Get("/v1/none"), world.Get("/v1/occupations?page=0&x=1"), world.Get("/v1/%zz"),
        world.Post("/v1/plans/_zoek", R"({"profile":3,"minimise":"luck","extra":1})"),
        world.Send("DELETE", "/v1/skills"), Gateway::Refuse(413, "too_large", "x")}) {
    SCOPED_TRACE(response.body);
    EXPECT_EQ(response.Header("Content-Type"), "application/problem+json");
    std::vector<std::string> wrong;
    const json body = json::parse(response.body);
    Check(schema, body, "", &wrong);
    EXPECT_EQ(wrong, std::vector<std::string>());
    EXPECT_EQ(body["status"], response.status);
  }
}

TEST(OpenApiTest, TheCheckCanFail) {
  std::vector<std::string> wrong;
  Check(Document()["components"]["schemas"]["ConceptReference"], {{"uri", 1}, {"more", 2}}, "",
        &wrong);
  EXPECT_EQ(wrong, (std::vector<std::string>{" lacks label", "/more is not in the contract",
                                             "/uri is no string"}));
}

TEST(OpenApiTest, TheVersionIsThatOfTheProgram) {
  EXPECT_EQ(Document()["info"]["version"], kApiVersion);
}

}  // namespace
}  // namespace overstap::http
