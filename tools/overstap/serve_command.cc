#include "tools/overstap/commands.h"
namespace overstap::cli {
void AddServe(CLI::App*, const Globals*, Action*) {}
}  // namespace overstap::cli
