#include <string>
#include <utility>

#include "absl/strings/str_format.h"
#include "base/day.h"
#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/sentences.h"

namespace overstap::dutch {
namespace {

using Kind = advice::MatchFilterKind;
using Outcome = advice::MatchFilterOutcome;
using Reading = advice::MatchFilterReading;

// "2026-11-21" as people say it.
std::string SayDay(const std::string& written) {
  const auto day = ParseDay(written);
  return day ? Day(*day) : written;
}

// "24-32", "24-" or "-32".
std::string SayHours(const std::string& written) {
  const size_t dash = written.find('-');
  const std::string low = written.substr(0, dash);
  const std::string high = written.substr(dash + 1);
  if (low.empty()) return StrCat("hoogstens ", high, " uur in de week");
  if (high.empty()) return StrCat("minstens ", low, " uur in de week");
  if (low == high) return StrCat(low, " uur in de week");
  return StrCat(low, " tot ", high, " uur in de week");
}

std::string OpenText(const Reading& filter) {
  switch (filter.outcome) {
    case Outcome::kPassed:
      return StrCat("De vacature is open tot en met ", SayDay(filter.found), ".");
    case Outcome::kFailed:
      return StrCat("De vacature is gesloten sinds ", SayDay(filter.found), ".");
    default:
      return "Wij weten niet wanneer de vacature sluit.";
  }
}

std::string RegionText(const Reading& filter) {
  switch (filter.outcome) {
    case Outcome::kPassed:
      return StrCat("Het werk is in de regio ", filter.found, ", zoals gevraagd.");
    case Outcome::kFailed:
      return StrCat("Het werk is in de regio ", filter.found, ". Gevraagd is ", filter.asked, ".");
    case Outcome::kUnknownFailed:
      return StrCat("Wij weten niet in welke regio het werk is. Gevraagd is ", filter.asked, ".");
    default:
      return "Er is niet naar een regio gevraagd.";
  }
}

std::string RadiusText(const Reading& filter) {
  switch (filter.outcome) {
    case Outcome::kPassed:
      return StrCat("Het werk is op ", filter.found, " afstand. Dat is binnen ", filter.asked, ".");
    case Outcome::kFailed:
      return StrCat("Het werk is op ", filter.found, " afstand. Dat is verder dan ", filter.asked,
                    ".");
    case Outcome::kUnknownFailed:
      return StrCat("Wij weten niet waar het werk is. Gevraagd is binnen ", filter.asked, ".");
    case Outcome::kUnknownPassed:
      return "Wij weten niet waar u woont. Daarom letten wij niet op de afstand.";
    default:
      return "Er is niet naar een afstand gevraagd.";
  }
}

std::string HoursText(const Reading& filter) {
  switch (filter.outcome) {
    case Outcome::kPassed:
      return StrCat("De uren passen: het werk is ", SayHours(filter.found), ", u wilt ",
                    SayHours(filter.asked), ".");
    case Outcome::kFailed:
      return StrCat("De uren passen niet: het werk is ", SayHours(filter.found), ", u wilt ",
                    SayHours(filter.asked), ".");
    case Outcome::kUnknownPassed:
      return StrCat("Wij weten niet hoeveel uur het werk is. U wilt ", SayHours(filter.asked), ".");
    default:
      return "U hebt niet gezegd hoeveel uur u wilt werken.";
  }
}

std::string RetentionText(const Reading& filter) {
  switch (filter.outcome) {
    case Outcome::kPassed:
      return StrCat("Uw gegevens mogen worden gebruikt tot en met ", SayDay(filter.found), ".");
    case Outcome::kFailed:
      return StrCat("Uw gegevens mochten worden gebruikt tot en met ", SayDay(filter.found),
                    ". Nu niet meer.");
    default:
      return "Er is geen dag afgesproken waarna uw gegevens weg moeten.";
  }
}

// The middle of what was measured from or to.
std::string Say(const advice::MatchDistance::End& end) {
  switch (end.kind) {
    case advice::SpotKind::kPostcode:
      return StrCat("postcode ", end.name);
    case advice::SpotKind::kTown:
      return end.name;
    case advice::SpotKind::kRegion:
      return StrCat("het midden van de regio ", end.name);
  }
  return "";
}

}  // namespace

std::string Text(const Reading& filter) {
  switch (filter.kind) {
    case Kind::kOpen:
      return OpenText(filter);
    case Kind::kRegion:
      return RegionText(filter);
    case Kind::kRadius:
      return RadiusText(filter);
    case Kind::kHours:
      return HoursText(filter);
    case Kind::kRetention:
      return RetentionText(filter);
  }
  return "";
}

explain::Node Explain(const advice::ExplainedMatch& match) {
  explain::Node root = {"coverage", "Wij weten niet wat dit werk vraagt.", std::nullopt, {}};
  if (match.score) {
    root =
        Explain(advice::MatchHit{match.vacancy_id, *match.score, match.unknown, match.explanation});
  }
  if (match.distance) {
    root.Add("distance",
             absl::StrFormat("Het werk is op %.0f km afstand, gemeten van %s tot %s.",
                             match.distance->km, Say(match.distance->profile),
                             Say(match.distance->vacancy)),
             match.distance->km);
  }
  for (const Reading& filter : match.filters) {
    if (filter.outcome == Outcome::kNotAsked) continue;
    explain::Node& child = root.Add("filter", Text(filter), filter.passes() ? 1 : 0);
    child.Add("kind", std::string(advice::MatchFilterKindName(filter.kind)));
  }
  return root;
}

}  // namespace overstap::dutch
