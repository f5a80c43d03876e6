#include "tools/overstap/session.h"

#include <span>
#include <string_view>
#include <utility>

#include "base/clock.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/loader.h"
#include "engine/store/store.h"
#include "ingest/techniek_json.h"

namespace overstap {
std::span<const std::string_view> EmbeddedTechniek();  // generated
}

namespace overstap::cli {

absl::StatusOr<snapshot::Parameters> DefaultParameters() {
  snapshot::Parameters parameters;
  for (const std::string_view json : EmbeddedTechniek()) {
    OVERSTAP_ASSIGN_OR_RETURN(model::TechniekDefinition definition, ingest::ParseTechniek(json));
    parameters.techniek.push_back(std::move(definition));
  }
  return parameters;
}

absl::StatusOr<absl::CivilDay> TodayOf(const Globals& globals) {
  if (globals.today.empty()) return SystemClock().Today();
  absl::CivilDay day;
  if (absl::ParseCivilTime(globals.today, &day)) return day;
  return absl::InvalidArgumentError(
      StrCat("--today '", globals.today, "' is not a day such as 2026-11-21"));
}

absl::StatusOr<Session> Session::Open(const Globals& globals) {
  Session session;
  OVERSTAP_ASSIGN_OR_RETURN(session.today_, TodayOf(globals));
  for (const std::string& code : globals.languages) {
    const auto language = Language::Parse(code);
    if (!language) {
      return absl::InvalidArgumentError(StrCat("'", code, "' is not a language code such as nl"));
    }
    session.languages_.push_back(*language);
  }
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Parameters parameters, DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(session.snapshot_, snapshot::Load(*store, std::move(parameters)));
  return session;
}

}  // namespace overstap::cli
