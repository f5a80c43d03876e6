#include "tests/architecture/cycles.h"

namespace overstap::architecture {
namespace {

std::set<std::string> Reachable(const Graph& graph, const std::string& from) {
  std::set<std::string> seen;
  std::vector<std::string> open = {from};
  while (!open.empty()) {
    const auto arrows = graph.find(open.back());
    open.pop_back();
    if (arrows == graph.end()) continue;
    for (const std::string& to : arrows->second) {
      if (seen.insert(to).second) open.push_back(to);
    }
  }
  return seen;
}

}  // namespace

// Two names are in one component when each reaches the other. Quadratic, and plain: a tree has some
// hundreds of files.
std::vector<std::string> FindCycles(const Graph& graph) {
  std::map<std::string, std::set<std::string>> reachable;
  for (const auto& [from, to] : graph) reachable[from] = Reachable(graph, from);
  std::set<std::string> cycles;
  for (const auto& [name, reached] : reachable) {
    if (!reached.contains(name)) continue;
    std::string members;
    for (const std::string& other : reached) {
      const auto back = reachable.find(other);
      if (back == reachable.end() || !back->second.contains(name)) continue;
      members += (members.empty() ? "" : " ") + other;
    }
    cycles.insert(members);
  }
  return {cycles.begin(), cycles.end()};
}

}  // namespace overstap::architecture
