#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "engine/advice/region_report.h"
#include "service/json/cohort_view.h"
#include "tools/overstap/cohort_text.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/print.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

absl::Status Run(const Globals& globals, const advice::RegionReportParams& params) {
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::RegionReport report,
                            advice::ReportRegion(session.context(), params));
  Print(
      globals, [&] { return service::ToJson(report); }, [&] { return ToText(report); });
  return absl::OkStatus();
}

}  // namespace

void AddReport(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* report = app->add_subcommand("report", "figures for policy and publication");
  report->fallthrough();
  report->require_subcommand(1);
  CLI::App* region = report->add_subcommand("region", "who can go where in an arbeidsmarktregio");
  region->fallthrough();
  const auto params = std::make_shared<advice::RegionReportParams>();
  region->add_option("region", params->region, "such as AM06")->required();
  region->add_option("--techniek", params->techniek,
                     "definition of techniek; 'alle' for every occupation");
  region->add_option("--min-score", params->min_score, "lowest score of a move, 0..1")
      ->capture_default_str();
  region->add_option("--limit", params->limit, "lines of each list")->capture_default_str();
  region->callback([=] { *action = [=] { return Run(*globals, *params); }; });
}

}  // namespace overstap::cli
