#include "ingest/competentnl_facts.h"

#include <utility>

namespace overstap::ingest {

void CnlFacts::BeginFile(std::string name) { files_.push_back(std::move(name)); }

void CnlFacts::Add(const RdfStatement& statement) {
  const CnlPredicate meaning = PredicateOf(statement.predicate);
  const bool is_literal = statement.object.kind == RdfTerm::Kind::kLiteral;
  // What CompetentNL says otherwise matters between two nodes only.
  if (meaning.relation == CnlRelation::kIgnored ||
      (meaning.relation == CnlRelation::kOther && is_literal)) {
    return CountIgnored(statement.predicate);
  }
  CnlFact fact;
  fact.predicate = InternPredicate(statement.predicate);
  fact.subject = InternNode(statement.subject);
  fact.file = static_cast<uint32_t>(files_.size() - 1);
  fact.line = statement.line;
  fact.is_literal = is_literal;
  if (is_literal) {
    fact.object = static_cast<uint32_t>(texts_.size());
    texts_.push_back({std::string(statement.object.value), std::string(statement.object.language)});
  } else {
    fact.object = InternNode(statement.object);
  }
  facts_.push_back(fact);
}

std::string_view CnlFacts::ObjectText(const CnlFact& fact) const {
  return fact.is_literal ? texts_[fact.object].text : nodes_[fact.object];
}

uint32_t CnlFacts::InternPredicate(std::string_view uri) {
  const auto [found, is_new] =
      predicate_index_.emplace(std::string(uri), static_cast<uint32_t>(predicates_.size()));
  if (is_new) predicates_.push_back({std::string(uri), PredicateOf(uri)});
  return found->second;
}

uint32_t CnlFacts::InternNode(const RdfTerm& term) {
  const bool is_blank = term.kind == RdfTerm::Kind::kBlank;
  std::string name = StrCat(is_blank ? "_:" : "", term.value);
  const auto [found, is_new] =
      node_index_.emplace(std::move(name), static_cast<uint32_t>(nodes_.size()));
  if (is_new) nodes_.push_back(found->first);
  return found->second;
}

void CnlFacts::CountIgnored(std::string_view uri) {
  const auto found = ignored_.find(uri);
  if (found != ignored_.end()) {
    ++found->second;
  } else {
    ++ignored_[ignored_.size() < kMaxIgnoredNamed ? std::string(uri) : "other predicates"];
  }
}

}  // namespace overstap::ingest
