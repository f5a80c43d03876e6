#include "tools/overstap/session.h"

#include <string_view>
#include <utility>

#include "base/clock.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/loader.h"
#include "engine/store/store.h"
#include "tools/overstap/default_parameters.h"
#include "tools/overstap/plan_options.h"

namespace overstap::cli {

absl::StatusOr<absl::CivilDay> TodayOf(const Globals& globals) {
  if (globals.today.empty()) return SystemClock().Today();
  return DayOf("--today", globals.today);
}

absl::StatusOr<LanguageOrder> LanguagesOf(const Globals& globals) {
  LanguageOrder languages;
  for (const std::string& code : globals.languages) {
    const auto language = Language::Parse(code);
    if (!language) {
      return absl::InvalidArgumentError(StrCat("'", code, "' is not a language code such as nl"));
    }
    languages.push_back(*language);
  }
  return languages;
}

absl::StatusOr<Session> Session::Open(const Globals& globals) {
  Session session;
  OVERSTAP_ASSIGN_OR_RETURN(session.today_, TodayOf(globals));
  OVERSTAP_ASSIGN_OR_RETURN(session.languages_, LanguagesOf(globals));
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Parameters parameters, DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(session.store_,
                            store::Store::Open(globals.store, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(
      session.snapshot_, snapshot::Load(*session.store_, std::move(parameters), globals.taxonomy));
  return session;
}

}  // namespace overstap::cli
