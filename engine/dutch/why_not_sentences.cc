#include <cmath>

#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/phrases.h"
#include "engine/dutch/sentences.h"
#include "engine/dutch/skills.h"

namespace overstap::dutch {
namespace {

using advice::Barrier;
using advice::BarrierKind;
using advice::Change;
using advice::ChangeKind;

std::string Whole(const std::optional<double>& value) {
  return StrCat(std::llround(value.value_or(0)));
}

std::string TextOf(const Barrier& barrier) {
  switch (barrier.kind) {
    case BarrierKind::kOwnWork:
      return "Dit werk doet u al.";
    case BarrierKind::kUnknownWork:
      return "Wij weten niet wat dit werk vraagt.";
    case BarrierKind::kNotTechnical:
      return StrCat("Dit is geen technisch werk volgens de lijst ", barrier.id, ".");
    case BarrierKind::kLevel:
      return LevelText(barrier.value.value_or(0), true);
    case BarrierKind::kGate:
      return GateText(barrier.name, barrier.opens_with);
    case BarrierKind::kScore:
      return "Dit werk lijkt te weinig op wat u kunt en deed.";
    case BarrierKind::kRank:
      return StrCat("Dit werk staat op plaats ", Whole(barrier.value),
                    ". Ander werk past beter. U ziet de beste ", Whole(barrier.allowed), ".");
    case BarrierKind::kNoCourse:
      return StrCat(kNoCourse, Names(barrier.skills), ".");
    case BarrierKind::kEntry:
      return StrCat("Voor de opleiding moet u eerst iets anders kunnen. Het gaat om: ",
                    Names(barrier.skills), ".");
    case BarrierKind::kForm:
      return StrCat(kExcluded, Names(barrier.skills), ".");
    case BarrierKind::kTravel:
      return StrCat(kElsewhere, Names(barrier.skills), ".");
    case BarrierKind::kBudget:
      return StrCat("De opleidingen kosten minstens ", Euros(barrier.value.value_or(0)),
                    ". Uw budget is ", Euros(barrier.allowed.value_or(0)), ".");
    case BarrierKind::kTime:
      return StrCat("De opleidingen duren minstens ",
                    Count(barrier.value.value_or(0), "week", "weken"), ". U hebt ",
                    Count(barrier.allowed.value_or(0), "week", "weken"), ".");
  }
  return "";
}

std::string PriceOf(const Change& change) {
  if (!change.weeks && !change.eur) return " Hoe lang het duurt en wat het kost, is niet bekend.";
  std::string text = change.weeks ? StrCat(" Dat duurt ", Count(*change.weeks, "week", "weken"))
                                  : std::string(" Hoe lang het duurt, is niet bekend");
  return StrCat(text, change.eur ? StrCat(" en kost ", Euros(*change.eur), ".")
                                 : std::string(". Wat het kost, is niet bekend."));
}

std::string TextOf(const Change& change) {
  const double setting = change.setting.value_or(0);
  switch (change.kind) {
    case ChangeKind::kDefinition:
      return StrCat("Kies de lijst ", change.name, ". Daarin is dit wel technisch werk.");
    case ChangeKind::kForm:
      return StrCat("Kies ook opleidingen in de vorm ", change.name, ".");
    case ChangeKind::kLevelStep:
      return StrCat("Kies ook opleidingen die ", Count(setting, "niveau", "niveaus"),
                    " hoger of lager zijn.");
    case ChangeKind::kHours:
      return StrCat("Studeer ", Whole(setting), " uur per week. Dat is ",
                    Whole(change.hours_a_week), " uur meer.");
    case ChangeKind::kTravel:
      return StrCat("Reis ", Whole(setting), " km naar een opleiding. Dat is ", Whole(change.km),
                    " km meer.");
    case ChangeKind::kBudget:
      return StrCat("Verhoog het budget naar ", Euros(setting), ". Dat is ",
                    Euros(change.eur.value_or(0)), " meer.");
    case ChangeKind::kCourse:
      return StrCat("Volg de opleiding ", change.name, ".", PriceOf(change));
    case ChangeKind::kCertificate:
      return StrCat("Haal dit bewijs: ", change.name, ".", PriceOf(change));
    case ChangeKind::kLanguage:
      return StrCat("Leer: ", change.name, ".", PriceOf(change));
    case ChangeKind::kEvc:
      return StrCat("Laat met een EVC-procedure zien wat u al kunt.", PriceOf(change));
    case ChangeKind::kFinish:
      return StrCat("Neem meer tijd. U kunt klaar zijn op ",
                    Day(change.finish.value_or(absl::CivilDay())), ".");
  }
  return "";
}

std::string MetText(const advice::WhyNotResult& result) {
  if (result.barriers.empty()) {
    return StrCat("Het werk als ", result.destination.label, " is voor u bereikbaar.");
  }
  return StrCat("Het werk als ", result.destination.label, " is nu niet bereikbaar.");
}

std::string AfterText(const advice::TriedChange& step, bool within_reach) {
  if (within_reach) return step.left.empty() ? " Daarna blijft er niets open." : "";
  if (step.left.empty()) return " Daarna is het werk bereikbaar.";
  return StrCat(" Daarna ", step.left.size() == 1 ? "is er" : "zijn er", " nog ",
                Count(static_cast<double>(step.left.size()), "belemmering", "belemmeringen"), ".");
}

void AddChanges(const advice::WhyNotResult& result, explain::Node* root) {
  for (size_t i = 0; i < result.way.steps.size(); ++i) {
    const advice::TriedChange& step = result.way.steps[i];
    root->Add("change", StrCat(i == 0 ? "Dit helpt het eerst. " : "En dan. ", TextOf(step.change),
                               AfterText(step, result.barriers.empty())));
  }
  for (const advice::TriedChange& other : result.way.others) {
    root->Add("other_change", StrCat("Dit kan ook. ", TextOf(other.change)));
  }
  if (result.way.steps.empty() && !result.barriers.empty()) {
    root->Add("no_change", "Wij kennen geen aanpassing die het werk dichterbij brengt.");
  }
}

void AddRobustness(const advice::Robustness& robustness, explain::Node* root) {
  if (!robustness.first || robustness.tried == 0) return;
  std::vector<std::string> skills;
  for (const advice::Unseating& line : robustness.unseated_by) skills.push_back(line.skill.label);
  const std::string first = StrCat("Op plaats 1 staat ", robustness.first->label, ". ");
  if (skills.empty()) {
    root->Add("robustness",
              StrCat(first, "Dat blijft zo, ook als blijkt dat u één ding toch niet kunt."));
    return;
  }
  root->Add("robustness",
            StrCat(first,
                   skills.size() == 1 ? "Dat verandert als u dit toch niet kunt: "
                                      : "Dat verandert als u één van deze dingen toch niet kunt: ",
                   List(skills, kNamesShown), "."),
            static_cast<double>(skills.size()));
}

std::string QuestionText(const advice::NextQuestion& question) {
  const std::string text = StrCat("Vraag aan u: kunt u dit? ", question.skill.label, ". ");
  if (question.first_if_yes && question.first_if_no &&
      question.first_if_yes != question.first_if_no) {
    return StrCat(text, "Zo ja, dan staat ", question.first_if_yes->label,
                  " op plaats 1. Zo nee, dan staat ", question.first_if_no->label, " daar.");
  }
  return StrCat(text, "Uw antwoord kan de lijst het meest veranderen.");
}

}  // namespace

explain::Node Explain(const advice::WhyNotResult& result) {
  explain::Node root = {"why_not", MetText(result), std::nullopt, {}};
  for (const Barrier& barrier : result.barriers) root.Add("barrier", TextOf(barrier));
  for (const Barrier& shortcoming : result.shortcomings) {
    root.Add("shortcoming", StrCat("Dit blijft open. ", TextOf(shortcoming)), shortcoming.value);
  }
  AddChanges(result, &root);
  AddRobustness(result.robustness, &root);
  if (result.question) {
    root.Add("question", QuestionText(*result.question));
  }
  root.Add("versions", VersionsText(result.versions));
  root.Add("advice", "Dit is een advies. U beslist zelf.");
  return root;
}

}  // namespace overstap::dutch
