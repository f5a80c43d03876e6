// The statements of CompetentNL files that matter to us, before it is known what they are about: in
// RDF a label may come before the concept that it names.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/strings.h"
#include "ingest/competentnl_terms.h"
#include "ingest/rdf_reader.h"

namespace overstap::ingest {

struct CnlFact {
  uint32_t predicate = 0;  // index into CnlFacts::predicates()
  uint32_t subject = 0;    // index into nodes()
  uint32_t object = 0;     // index into nodes(), or into texts() when it is a literal
  uint32_t file = 0;       // index into files()
  int64_t line = 0;
  bool is_literal = false;
};

struct CnlText {
  std::string text;
  std::string language;  // tag as given
};

// Collects; not thread-safe. Memory follows the number of facts, not of statements.
class CnlFacts {
 public:
  struct Predicate {
    std::string uri;
    CnlPredicate meaning;
  };

  // What is said from now on stands in this file.
  void BeginFile(std::string name);
  void Add(const RdfStatement& statement);

  const std::vector<CnlFact>& facts() const { return facts_; }
  const std::vector<Predicate>& predicates() const { return predicates_; }
  const std::vector<std::string>& nodes() const { return nodes_; }  // blank ones begin with "_:"
  const std::vector<CnlText>& texts() const { return texts_; }
  const std::vector<std::string>& files() const { return files_; }

  const CnlPredicate& MeaningOf(const CnlFact& fact) const {
    return predicates_[fact.predicate].meaning;
  }
  // The object as text: a literal's text or the URI.
  std::string_view ObjectText(const CnlFact& fact) const;

  // Number of statements by predicate that has no meaning here. At most kMaxIgnoredNamed names; the
  // rest is under "other predicates".
  const std::map<std::string, int64_t, std::less<>>& ignored() const { return ignored_; }

  static constexpr size_t kMaxIgnoredNamed = 200;

 private:
  uint32_t InternPredicate(std::string_view uri);
  uint32_t InternNode(const RdfTerm& term);
  void CountIgnored(std::string_view uri);

  std::vector<CnlFact> facts_;
  std::vector<Predicate> predicates_;
  std::vector<std::string> nodes_;
  std::vector<CnlText> texts_;
  std::vector<std::string> files_;
  StringMap<uint32_t> predicate_index_;
  StringMap<uint32_t> node_index_;
  std::map<std::string, int64_t, std::less<>> ignored_;
};

}  // namespace overstap::ingest
