// A taxonomy and records that fit on one page, for tests of the service.
#pragma once

#include <string>

#include "overstap/v1/records.pb.h"
#include "taxonomy/source.h"
#include "taxonomy/taxonomy.h"

namespace overstap::service {

// Occupations urn:o:lasser, urn:o:bankwerker, urn:o:timmerman and urn:o:kok; skills urn:s:lassen,
// urn:s:tiglassen (narrower), urn:s:meten, urn:s:tekening, urn:s:zagen and urn:s:koken, in Dutch.
TaxonomySource TinyTaxonomySource();
Taxonomy TinyTaxonomy();

v1::Vacancy AVacancy(const std::string& id, const std::string& occupation_uri);
// Somebody who was a lasser for ten years, in AM06.
v1::Profile AWelder(const std::string& id);
// Teaches urn:s:tekening in four weeks.
v1::Course ADrawingCourse(const std::string& id);
v1::Region ARegion(const std::string& code);

}  // namespace overstap::service
