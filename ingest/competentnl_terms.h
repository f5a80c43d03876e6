// What the classes and predicates of CompetentNL mean to us.
//
// CompetentNL (UWV, SBB, CBS, TNO) is published as linked data: the ontology cnlo
// (https://linkeddata.competentnl.nl/def/competentnl#) and its extension by UWV
// (https://linkeddata.competentnl.nl/uwv/def/competentnl_uwv#), with SKOS and SKOS-XL for labels.
// A term of CompetentNL is known by its local name in any namespace of that host, since the
// namespaces changed between releases.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "taxonomy/crosswalk.h"
#include "taxonomy/importance.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

enum class CnlClass : uint8_t {
  kNone,  // no rdf:type was seen
  kOther,
  kEducation,   // EducationalNorm
  kCapability,  // HumanCapability
  kKnowledge,   // KnowledgeArea; stands above kCapability when a concept is both
  kOccupation,
};

CnlClass ClassOf(std::string_view uri);

enum class CnlRelation : uint8_t {
  kIgnored,      // not ours; counted
  kOther,        // of CompetentNL; counts when it links an occupation with an education norm
  kType,         // rdf:type
  kLabel,        // SKOS label: a literal
  kLabelNode,    // SKOS-XL label, or a specialisation: a node with a literal form
  kLiteralForm,  // of such a node
  kDefinition,   // skos:definition, dct:description, skos:scopeNote
  kNotation,     // skos:notation
  kBroader,
  kNarrower,
  kRequires,  // requiresHATEssential, ...Important, ...Somewhat
  kMatch,     // exact, close, broad, narrow; of SKOS, or ...MatchESCO, ...MatchONET, ...ISCO...
  kIsco,      // any other predicate with ISCO in its name: an ISCO-08 code
  kLevel,     // level of education: NLQF, mbo, ...
  kStatus,    // hasContentStatus, owl:deprecated
};

struct CnlPredicate {
  CnlRelation relation = CnlRelation::kIgnored;
  LabelKind label = LabelKind::kPreferred;         // of kLabel and kLabelNode
  Importance importance = Importance::kEssential;  // of kRequires
  MatchKind match = MatchKind::kExact;             // of kMatch
  std::string_view scheme;                         // of kMatch; empty when the object's URI says it
};

CnlPredicate PredicateOf(std::string_view uri);

// The ISCO skill level 1..4 for which a level of education prepares, as a literal or URI names it:
//   1  NLQF 1, mbo-1, entreeopleiding, praktijkonderwijs, basisonderwijs
//   2  NLQF 2 and 3, mbo-2, mbo-3, vmbo, havo, vwo
//   3  NLQF 4 and 5, mbo-4, associate degree
//   4  NLQF 6, 7 and 8, hbo, wo, bachelor, master, doctor
// A bare number is a level of the NLQF. mbo-4 is level 3 although ISCED puts it under 4: ISCO-08
// counts the technicians that it trains as level 3.
std::optional<int> IscoLevelOfEducation(std::string_view literal_or_uri);

// Whether a status says that the concept is not to be used any more.
bool IsWithdrawn(std::string_view status);

}  // namespace overstap::ingest
