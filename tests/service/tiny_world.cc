#include "tests/service/tiny_world.h"

#include <initializer_list>
#include <utility>

#include "base/strings.h"

namespace overstap::service {
namespace {

ConceptSource Concept(ConceptKind kind, const std::string& uri, const std::string& label) {
  ConceptSource source;
  source.uri = uri;
  source.kind = kind;
  source.labels.push_back({kDutch, LabelKind::kPreferred, label});
  return source;
}

ConceptSource Occupation(const std::string& name, const std::string& code,
                         std::initializer_list<std::string> essential,
                         std::initializer_list<std::string> optional) {
  ConceptSource source = Concept(ConceptKind::kOccupation, "urn:o:" + name, name);
  source.code = code;
  for (const std::string& skill : essential) {
    source.requirements.push_back({"urn:s:" + skill, Importance::kEssential});
  }
  for (const std::string& skill : optional) {
    source.requirements.push_back({"urn:s:" + skill, Importance::kOptional});
  }
  return source;
}

}  // namespace

TaxonomySource TinyTaxonomySource() {
  TaxonomySource source;
  source.scheme = "tiny";
  for (const std::string name : {"lassen", "meten", "tekening", "zagen", "koken"}) {
    source.concepts.push_back(Concept(ConceptKind::kSkill, "urn:s:" + name, name));
  }
  ConceptSource tig = Concept(ConceptKind::kSkill, "urn:s:tiglassen", "TIG-lassen");
  tig.labels.push_back({kEnglish, LabelKind::kPreferred, "TIG welding"});
  tig.broader.push_back("urn:s:lassen");
  source.concepts.push_back(tig);
  source.concepts.push_back(Occupation("lasser", "7212", {"lassen", "meten"}, {"tiglassen"}));
  source.concepts.push_back(Occupation("bankwerker", "7222", {"lassen", "meten", "tekening"}, {}));
  source.concepts.push_back(Occupation("timmerman", "7115", {"zagen", "meten"}, {"tekening"}));
  source.concepts.push_back(Occupation("kok", "5120", {"koken"}, {}));
  Canonicalise(&source);
  return source;
}

Taxonomy TinyTaxonomy() {
  TaxonomySource source = TinyTaxonomySource();
  const std::string version = ContentVersion(source);
  return Taxonomy::Build(std::move(source), version).value();
}

v1::Vacancy AVacancy(const std::string& id, const std::string& occupation_uri) {
  v1::Vacancy vacancy;
  vacancy.set_id(id);
  vacancy.set_title("Gevraagd: " + id);
  vacancy.set_occupation_uri(occupation_uri);
  vacancy.set_region("AM06");
  return vacancy;
}

v1::Profile AWelder(const std::string& id) {
  v1::Profile profile;
  profile.set_id(id);
  v1::WorkExperience* work = profile.add_occupations();
  work->set_occupation_uri("urn:o:lasser");
  work->set_years(10);
  profile.set_region("AM06");
  return profile;
}

v1::Course ADrawingCourse(const std::string& id) {
  v1::Course course;
  course.set_id(id);
  course.set_title("Technisch tekening lezen");
  course.set_provider("een vakopleider");
  course.add_skill_uris("urn:s:tekening");
  course.set_hours(40);
  course.set_weeks(4);
  course.set_price_eur(600);
  course.set_form(v1::COURSE_FORM_AVOND);
  return course;
}

v1::Region ARegion(const std::string& code) {
  v1::Region region;
  region.set_code(code);
  region.set_name("Regio " + code);
  region.mutable_centroid()->set_latitude(52.5);
  region.mutable_centroid()->set_longitude(6.1);
  return region;
}

}  // namespace overstap::service
