#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "ingest/competentnl_draft.h"
#include "ingest/crosswalk_uris.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

bool IsConceptClass(CnlClass value) {
  return value == CnlClass::kOccupation || value == CnlClass::kCapability ||
         value == CnlClass::kKnowledge;
}

ConceptKind KindOf(CnlClass value) {
  if (value == CnlClass::kOccupation) return ConceptKind::kOccupation;
  return value == CnlClass::kKnowledge ? ConceptKind::kKnowledge : ConceptKind::kSkill;
}

std::optional<Language> LanguageOf(std::string_view tag) {
  if (tag.empty()) return kDutch;
  if (tag.size() > 2 && tag[2] != '-') return std::nullopt;
  std::string code(tag.substr(0, 2));
  for (char& c : code) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return Language::Parse(code);
}

class ConceptBuilder {
 public:
  explicit ConceptBuilder(CnlDraft* draft) : draft_(*draft), facts_(draft->facts()) {}

  void Run() {
    FindClasses();
    for (const CnlFact& fact : facts_.facts()) Define(fact);
    for (const CnlFact& fact : facts_.facts()) Describe(fact);
    DropUnlabelled();
  }

 private:
  void FindClasses() {
    for (const CnlFact& fact : facts_.facts()) {
      const CnlRelation relation = facts_.MeaningOf(fact).relation;
      if (relation == CnlRelation::kType) {
        const CnlClass value =
            fact.is_literal ? CnlClass::kOther : ClassOf(facts_.ObjectText(fact));
        draft_.SetClass(fact.subject, std::max(draft_.ClassOfNode(fact.subject), value));
      } else if (relation == CnlRelation::kLiteralForm && fact.is_literal) {
        literal_forms_.emplace(fact.subject, fact.object);
      } else if (relation == CnlRelation::kStatus && IsWithdrawn(facts_.ObjectText(fact))) {
        withdrawn_.insert(fact.subject);
      }
    }
  }

  // Takes the concept of a statement about its class.
  void Define(const CnlFact& fact) {
    if (facts_.MeaningOf(fact).relation != CnlRelation::kType) return;
    const CnlClass stated = fact.is_literal ? CnlClass::kOther : ClassOf(facts_.ObjectText(fact));
    if (stated == CnlClass::kEducation) return draft_.Accept();
    if (!IsConceptClass(stated)) return draft_.LeaveAsideOther();
    const CnlClass best = draft_.ClassOfNode(fact.subject);
    const std::string& uri = facts_.nodes()[fact.subject];
    if (stated != best) {
      const bool is_plain = stated == CnlClass::kCapability && best == CnlClass::kKnowledge;
      if (is_plain) return draft_.Accept();
      return draft_.Refuse(fact, "two_classes",
                           StrCat("is an occupation and something else too: ", uri));
    }
    if (uri.starts_with("_:")) return draft_.Refuse(fact, "no_uri", "a concept has no URI");
    if (withdrawn_.contains(fact.subject)) {
      return draft_.Refuse(fact, "withdrawn", StrCat("is not to be used any more: ", uri));
    }
    if (draft_.ConceptOf(fact.subject) != CnlDraft::kNoConcept) return draft_.Accept();
    draft_.Define(fact.subject, KindOf(best));
    defined_by_.push_back(&fact);
  }

  void Describe(const CnlFact& fact) {
    const CnlPredicate& meaning = facts_.MeaningOf(fact);
    switch (meaning.relation) {
      case CnlRelation::kLabel:
      case CnlRelation::kLabelNode:
      case CnlRelation::kDefinition:
      case CnlRelation::kNotation:
      case CnlRelation::kIsco:
      case CnlRelation::kStatus:
        break;
      case CnlRelation::kLiteralForm:
        return DescribeLiteralForm(fact);
      default:
        return;
    }
    const uint32_t index = draft_.ConceptOf(fact.subject);
    if (index == CnlDraft::kNoConcept) return draft_.LeaveAsideOther();
    ConceptSource* entry = &draft_.concepts()[index];
    if (meaning.relation == CnlRelation::kLabel) return AddLabel(fact, entry);
    if (meaning.relation == CnlRelation::kLabelNode) return AddLabelNode(fact, entry);
    if (meaning.relation == CnlRelation::kDefinition) return AddDefinition(fact, entry);
    if (meaning.relation == CnlRelation::kStatus) return draft_.Accept();
    AddCode(fact, meaning.relation, entry);
  }

  // The text itself is taken where a label refers to it.
  void DescribeLiteralForm(const CnlFact& fact) {
    if (fact.is_literal) return draft_.Accept();
    draft_.Refuse(fact, "bad_label", "a literal form is not text");
  }

  void AddLabel(const CnlFact& fact, ConceptSource* entry) {
    if (!fact.is_literal) {
      return draft_.Refuse(fact, "bad_label", StrCat("a label is not text: ", entry->uri));
    }
    AddText(fact, facts_.texts()[fact.object], entry);
  }

  void AddLabelNode(const CnlFact& fact, ConceptSource* entry) {
    if (fact.is_literal) return AddText(fact, facts_.texts()[fact.object], entry);
    const auto form = literal_forms_.find(fact.object);
    if (form == literal_forms_.end()) {
      return draft_.Refuse(fact, "no_literal_form",
                           StrCat("no text is given for the label ", facts_.nodes()[fact.object]));
    }
    AddText(fact, facts_.texts()[form->second], entry);
  }

  void AddText(const CnlFact& fact, const CnlText& text, ConceptSource* entry) {
    const auto language = LanguageOf(text.language);
    std::string clean = CleanLabel(text.text);
    if (!language) {
      return draft_.Refuse(fact, "unknown_language",
                           StrCat("language tag '", text.language, "' is not of two letters"));
    }
    if (clean.empty()) {
      return draft_.Refuse(fact, "empty_label", StrCat("a label is empty: ", entry->uri));
    }
    entry->labels.push_back({*language, facts_.MeaningOf(fact).label, std::move(clean)});
    draft_.Accept();
  }

  void AddDefinition(const CnlFact& fact, ConceptSource* entry) {
    if (!fact.is_literal) {
      return draft_.Refuse(fact, "bad_label", StrCat("a definition is not text: ", entry->uri));
    }
    const CnlText& text = facts_.texts()[fact.object];
    const auto language = LanguageOf(text.language);
    if (!language) {
      return draft_.Refuse(fact, "unknown_language",
                           StrCat("language tag '", text.language, "' is not of two letters"));
    }
    Description description = {*language, CleanLabel(text.text)};
    auto& all = entry->descriptions;
    const bool is_new = std::find(all.begin(), all.end(), description) == all.end();
    if (is_new && !description.text.empty()) all.push_back(std::move(description));
    draft_.Accept();
  }

  void AddCode(const CnlFact& fact, CnlRelation relation, ConceptSource* entry) {
    const bool is_occupation = entry->kind == ConceptKind::kOccupation;
    if (is_occupation != (relation == CnlRelation::kIsco)) return draft_.LeaveAside(fact);
    if (relation == CnlRelation::kNotation) {
      std::string code = CleanLabel(facts_.ObjectText(fact));
      if (entry->code.empty() || code < entry->code) entry->code = std::move(code);
      return draft_.Accept();
    }
    const auto code = IscoCodeIn(facts_.ObjectText(fact));
    if (!code) {
      return draft_.Refuse(
          fact, "bad_isco_code",
          StrCat("'", facts_.ObjectText(fact), "' is not one to four digits: ", entry->uri));
    }
    SetIscoCode(*code, entry);
    draft_.Accept();
  }

  void DropUnlabelled() {
    for (const CnlFact* fact : defined_by_) {
      const uint32_t index = draft_.ConceptOf(fact->subject);
      if (!draft_.concepts()[index].labels.empty()) {
        draft_.Accept();
        continue;
      }
      draft_.Refuse(*fact, "no_label",
                    StrCat("concept without a label: ", facts_.nodes()[fact->subject]));
      draft_.Drop(fact->subject);
    }
  }

  CnlDraft& draft_;
  const CnlFacts& facts_;
  absl::flat_hash_map<uint32_t, uint32_t> literal_forms_;  // label node -> text
  absl::flat_hash_set<uint32_t> withdrawn_;
  std::vector<const CnlFact*> defined_by_;
};

}  // namespace

void SetIscoCode(std::string_view code, ConceptSource* entry) {
  const bool is_finer = code.size() > entry->code.size();
  const bool is_first = code.size() == entry->code.size() && code < entry->code;
  if (is_finer || is_first) entry->code = code;
}

void AddCompetentNlConcepts(CnlDraft* draft) { ConceptBuilder(draft).Run(); }

}  // namespace overstap::ingest
