// Cycles in a small directed graph of names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace overstap::architecture {

using Graph = std::map<std::string, std::set<std::string>>;  // from -> to

// One entry for each strongly connected component that has a cycle: its members in ascending order
// with a space between. Ascending.
std::vector<std::string> FindCycles(const Graph& graph);

}  // namespace overstap::architecture
