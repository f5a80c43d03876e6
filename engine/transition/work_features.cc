#include "engine/transition/work_features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <vector>

#include "engine/transition/work_words.h"

namespace overstap::transition {
namespace {

using Rows = std::vector<SparseRow>;

constexpr double kDescriptionTimes = 2;
constexpr double kNameDamping = 2;  // of words and groups, times that of skills

// Finishes every row and puts function(value) in place of every value.
template <class Function>
void FinishEach(Rows* rows, Function function) {
  for (SparseRow& row : *rows) {
    Finish(&row);
    for (auto& [column, value] : row) value = function(value);
  }
}

// Damps what many rows have and makes every row a unit vector.
Rows Weighted(Rows rows, double damping) {
  std::vector<double> frequency;
  for (const SparseRow& row : rows) {
    for (const auto& [column, value] : row) {
      if (column >= frequency.size()) frequency.resize(column + size_t{1}, 0);
      ++frequency[column];
    }
  }
  const auto count = static_cast<double>(rows.size());
  for (double& cell : frequency) {
    cell = std::pow(std::max(std::log(count / std::max(cell, 1.0)), Taxonomy::kMinIdf), damping);
  }
  for (SparseRow& row : rows) {
    for (auto& [column, value] : row) value *= frequency[column];
    const double length = Length(row);
    for (auto& [column, value] : row) value /= length;
  }
  return rows;
}

bool IsOfSkills(Block block) { return block == Block::kRequirements || block == Block::kHierarchy; }

bool IsOfWords(Block block) {
  return block == Block::kSkillWords || block == Block::kLabels || block == Block::kText;
}

void Add(const Rows& rows, double factor, Rows* sum) {
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [column, value] : rows[i]) (*sum)[i].emplace_back(column, factor * value);
  }
}

Rows RequirementRows(const Taxonomy& taxonomy, const match::ScoringParams& scoring) {
  Rows rows(taxonomy.occupation_count());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      const double importance = scoring.ImportanceWeight(requirement.importance);
      if (importance > 0) rows[i].emplace_back(requirement.skill.value(), importance);
    }
  }
  return rows;
}

Rows HierarchyRows(const Taxonomy& taxonomy, const Rows& requirements) {
  Rows rows(requirements.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [skill, importance] : requirements[i]) {
      for (const NodeId above : taxonomy.hierarchy().Ancestors(NodeId(skill))) {
        rows[i].emplace_back(above.value(), importance);
      }
    }
  }
  FinishEach(&rows, [](double value) { return std::sqrt(value); });
  return rows;
}

// Stems of the preferred labels of a skill, each once.
std::vector<uint32_t> SkillStems(const Taxonomy& taxonomy, SkillId skill, WorkWords* words) {
  std::vector<uint32_t> stems;
  for (const Label& label : taxonomy.Labels(skill)) {
    if (label.kind != LabelKind::kPreferred) continue;
    const std::vector<uint32_t>& read = words->Read(label.text, label.language);
    stems.insert(stems.end(), read.begin(), read.end());
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

Rows SkillWordRows(const Taxonomy& taxonomy, const Rows& requirements, WorkWords* words) {
  std::vector<std::vector<uint32_t>> stems(taxonomy.skill_count());
  for (uint32_t i = 0; i < stems.size(); ++i) {
    if (taxonomy.DocumentFrequency(SkillId(i)) > 0) {
      stems[i] = SkillStems(taxonomy, SkillId(i), words);
    }
  }
  Rows rows(requirements.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [skill, importance] : requirements[i]) {
      for (const uint32_t stem : stems[skill]) rows[i].emplace_back(stem, importance);
    }
  }
  FinishEach(&rows, [](double value) { return std::sqrt(value); });
  return rows;
}

void Count(std::string_view text, Language language, double times, WorkWords* words,
           SparseRow* row) {
  for (const uint32_t stem : words->Read(text, language)) row->emplace_back(stem, times);
}

// Times that each stem stands in the labels and, if asked, descriptions of each occupation.
Rows TextCounts(const Taxonomy& taxonomy, bool descriptions, WorkWords* words) {
  Rows rows(taxonomy.occupation_count());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const OccupationId occupation(i);
    for (const Label& label : taxonomy.Labels(occupation)) {
      Count(label.text, label.language, 1, words, &rows[i]);
    }
    if (!descriptions) continue;
    for (const Description& description : taxonomy.Descriptions(occupation)) {
      Count(description.text, description.language, kDescriptionTimes, words, &rows[i]);
    }
  }
  FinishEach(&rows, [](double value) { return 1 + std::log(value); });
  return rows;
}

// The ISCO groups of each occupation, from the major group to its own.
Rows GroupRows(const Taxonomy& taxonomy) {
  Rows rows(taxonomy.occupation_count());
  std::map<std::string_view, uint32_t> columns;
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const std::string_view code = taxonomy.IscoCode(OccupationId(i));
    for (size_t digits = 1; digits <= code.size(); ++digits) {
      const auto next = static_cast<uint32_t>(columns.size());
      rows[i].emplace_back(columns.try_emplace(code.substr(0, digits), next).first->second, 1);
    }
    Finish(&rows[i]);
  }
  return rows;
}

Rows RowsOf(Block block, const Taxonomy& taxonomy, const Rows& requirements, WorkWords* words) {
  switch (block) {
    case Block::kRequirements:
      return requirements;
    case Block::kHierarchy:
      return HierarchyRows(taxonomy, requirements);
    case Block::kSkillWords:
      return SkillWordRows(taxonomy, requirements, words);
    case Block::kLabels:
      return TextCounts(taxonomy, false, words);
    case Block::kText:
      return TextCounts(taxonomy, true, words);
    case Block::kGroups:
    case Block::kCount:
      break;
  }
  return GroupRows(taxonomy);
}

}  // namespace

SparseRows WorkFeatures(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                        const ClosenessParams& params) {
  const Rows requirements = RequirementRows(taxonomy, scoring);
  WorkWords words;
  SparseRows features;
  Rows of_words(taxonomy.occupation_count());
  for (size_t i = 0; i < kBlockCount; ++i) {
    if (params.blocks[i] <= 0) continue;
    const auto block = static_cast<Block>(i);
    const double damping = params.damping * (IsOfSkills(block) ? 1 : kNameDamping);
    const Rows rows = Weighted(RowsOf(block, taxonomy, requirements, &words), damping);
    const double factor = std::sqrt(params.blocks[i]);
    if (IsOfWords(block)) {
      Add(rows, factor, &of_words);
    } else {
      features.AppendColumns(SparseRows(rows), static_cast<float>(factor));
    }
  }
  for (SparseRow& row : of_words) Finish(&row);
  features.AppendColumns(SparseRows(of_words), 1);
  return features;
}

}  // namespace overstap::transition
