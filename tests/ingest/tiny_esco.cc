#include "tests/ingest/tiny_esco.h"

#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr std::string_view kBase = "http://data.europa.eu/esco/";

void WriteConcepts(const TempFolder& folder) {
  const std::string occupations_header =
      "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,definition,"
      "description,code\n";
  const auto occupation = [](std::string_view name, std::string_view rest) {
    return StrCat("Occupation,", OccupationUri(name), ",", rest, "\n");
  };
  folder.Write(
      "occupations_en.csv",
      StrCat(occupations_header,
             occupation("welder",
                        "7212,welder,\"metal welder\nwelding operative\nwelder\",weldor,"
                        "released,,\"Joins metal.\nReads drawings.\",7212.1"),
             occupation("fitter", "7212,fitter,,,released,Fits things.,,7212.2"),
             occupation("cook", "5120,cook,chef | kitchen hand,,released,,Cooks.,5120.1")));
  folder.Write("occupations_nl.csv",
               StrCat(occupations_header,
                      occupation("welder", "7212,lasser,metaallasser,,released,,Verbindt metaal.,"),
                      occupation("fitter", "7212,monteur,,,released,,,"),
                      occupation("cook", "5120,kok,,,released,,,")));
  const auto skill = [](std::string_view name, std::string_view rest) {
    return StrCat("KnowledgeSkillCompetence,", SkillUri(name), ",", rest, "\n");
  };
  folder.Write(
      "skills_en.csv",
      StrCat("conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,"
             "status,definition,description\n",
             skill("weld", "skill/competence,,weld metal,\"join metal\nweld\",,released,,Do it."),
             skill("cut", "skill/competence,,cut metal,,,released,,"),
             skill("drawings", "knowledge,,technical drawings,,,released,,\"Say \"\"what\"\".\""),
             skill("serve", ",,serve food,,,released,,"),
             skill("soup", "skill/competence,,make soup,,,released,,")));
  folder.Write(
      "skills_nl_labels_only.csv",
      StrCat("conceptUri,preferredLabel\n", SkillUri("weld"), ",metaal lassen\n", SkillUri("cut"),
             ",metaal snijden\n", SkillUri("drawings"), ",technische tekeningen\n"));
}

void WriteGroups(const TempFolder& folder) {
  const auto group = [](std::string_view name, std::string_view label, std::string_view code) {
    return StrCat("SkillGroup,", GroupUri(name), ",", label, ",,,released,,", code, "\n");
  };
  const std::string group_header =
      "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,description,code\n";
  folder.Write("skillGroups_en.csv",
               StrCat(group_header, group("S1", "working with metal", ""),
                      group("S1.1", "joining metal", "S1.1"), group("S2", "catering", "S2")));
  folder.Write("skillGroups_nl.csv",
               StrCat(group_header, group("S1", "werken met metaal", "S1"),
                      group("S1.1", "metaal verbinden", "S1.1"), group("S2", "horeca", "S2")));
  const auto isco = [](std::string_view code, std::string_view label) {
    return StrCat("ISCOGroup,", IscoUri(code), ",", code, ",", label, ",released,,\n");
  };
  const std::string isco_header =
      "conceptType,conceptUri,code,preferredLabel,status,altLabels,description\n";
  folder.Write("ISCOGroups_en.csv",
               StrCat(isco_header, isco("7", "craft workers"), isco("72", "metal workers"),
                      isco("7212", "welders"), isco("5120", "cooks")));
  folder.Write("ISCOGroups_nl.csv",
               StrCat(isco_header, isco("7", "ambachtslieden"), isco("72", "metaalarbeiders"),
                      isco("7212", "lassers"), isco("5120", "koks")));
}

void WriteRelations(const TempFolder& folder) {
  const auto broader = [](std::string_view narrower, std::string_view above) {
    return StrCat("x,", narrower, ",x,", above, "\n");
  };
  const std::string header = "conceptType,conceptUri,broaderType,broaderUri\n";
  folder.Write(
      "broaderRelationsSkillPillar.csv",
      StrCat(header, broader(GroupUri("S1.1"), GroupUri("S1")),
             broader(SkillUri("weld"), GroupUri("S1.1")),
             broader(SkillUri("cut"), GroupUri("S1.1")), broader(SkillUri("cut"), GroupUri("S1")),
             broader(SkillUri("drawings"), GroupUri("S1")),
             broader(SkillUri("serve"), GroupUri("S2")), broader(SkillUri("soup"), GroupUri("S2")),
             broader(SkillUri("soup"), SkillUri("serve"))));
  folder.Write(
      "broaderRelationsOccPillar.csv",
      StrCat(header, broader(IscoUri("72"), IscoUri("7")), broader(IscoUri("7212"), IscoUri("72")),
             broader(OccupationUri("welder"), IscoUri("7212")),
             broader(OccupationUri("fitter"), OccupationUri("welder")),
             broader(OccupationUri("cook"), IscoUri("5120"))));
  const auto relation = [](std::string_view occupation, std::string_view type,
                           std::string_view skill) {
    return StrCat(OccupationUri(occupation), ",", type, ",skill/competence,", SkillUri(skill),
                  "\n");
  };
  folder.Write(
      "occupationSkillRelations.csv",
      StrCat("occupationUri,relationType,skillType,skillUri\n",
             relation("welder", "essential", "weld"), relation("welder", "essential", "drawings"),
             relation("welder", "optional", "cut"), relation("fitter", "important", "cut"),
             relation("fitter", "somewhat", "drawings"), relation("cook", "essential", "soup"),
             relation("cook", "optional", "serve")));
}

}  // namespace

std::string OccupationUri(std::string_view name) { return StrCat(kBase, "occupation/", name); }
std::string SkillUri(std::string_view name) { return StrCat(kBase, "skill/", name); }
std::string GroupUri(std::string_view name) { return StrCat(kBase, "skill-group/", name); }
std::string IscoUri(std::string_view code) { return StrCat(kBase, "isco/C", code); }

void WriteTinyEsco(const TempFolder& folder) {
  WriteConcepts(folder);
  WriteGroups(folder);
  WriteRelations(folder);
}

}  // namespace overstap::ingest
