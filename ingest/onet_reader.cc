#include "ingest/onet_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "base/csv.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/crosswalk_uris.h"
#include "ingest/input_file.h"
#include "ingest/taxonomy_draft.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOccupationColumn = "O*NET-SOC Code";
constexpr std::string_view kElementColumn = "Element ID";

struct RatingFile {
  const char* name;
  ConceptKind kind;
  bool needed;
};

constexpr std::array<RatingFile, 4> kRatingFiles = {
    {{"Skills.txt", ConceptKind::kSkill, true},
     {"Knowledge.txt", ConceptKind::kKnowledge, true},
     {"Abilities.txt", ConceptKind::kSkill, false},
     {"Work Activities.txt", ConceptKind::kSkill, false}}};

struct Element {
  std::string name;
  std::string description;
};

// "2.B.1" of "2.B.1.a"; empty at the top.
std::string_view ParentOf(std::string_view id) {
  const size_t dot = id.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : id.substr(0, dot);
}

class OnetReading {
 public:
  OnetReading(const OnetFiles& open, ImportReport* report, Progress* progress)
      : open_(open), report_(*report), progress_(*progress) {}

  absl::StatusOr<TaxonomySource> Run() {
    OVERSTAP_RETURN_IF_ERROR(ReadOccupations());
    OVERSTAP_RETURN_IF_ERROR(ReadContentModel());
    for (const RatingFile& file : kRatingFiles) OVERSTAP_RETURN_IF_ERROR(ReadRatings(file));
    OVERSTAP_RETURN_IF_ERROR(ReadTitles());
    OVERSTAP_RETURN_IF_ERROR(ReadTasks());
    OVERSTAP_RETURN_IF_ERROR(ReadJobZones());
    OVERSTAP_RETURN_IF_ERROR(CheckNotEmpty());
    TaxonomySource source;
    source.scheme = kOnetScheme;
    source.concepts = draft_.TakeConcepts();
    Canonicalise(&source);
    return source;
  }

 private:
  // Opens a file, finds its columns and calls `visit` with the cells of each row.
  template <size_t N, class Visit>
  absl::Status ForEachRow(const char* file, bool needed,
                          const std::array<std::string_view, N>& headers, const Visit& visit) {
    const auto in = open_(file);
    if (!needed && absl::IsNotFound(in.status())) return absl::OkStatus();
    OVERSTAP_RETURN_IF_ERROR(in.status());
    CsvOptions options;
    options.delimiter = '\t';
    options.quotes = false;
    OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(**in, file, options));
    std::array<size_t, N> columns{};
    for (size_t i = 0; i < N; ++i) {
      OVERSTAP_ASSIGN_OR_RETURN(columns[i], table.Column(headers[i]));
    }
    file_ = file;
    const std::string activity = StrCat("reading ", file);
    for (int64_t row = 0;; ++row) {
      OVERSTAP_ASSIGN_OR_RETURN(const bool more, table.Next());
      if (row % kProgressRows == 0) progress_.Update(activity, row, 0);
      if (!more) return absl::OkStatus();
      line_ = table.line();
      std::array<std::string_view, N> cells{};
      for (size_t i = 0; i < N; ++i) cells[i] = table.Cell(columns[i]);
      visit(cells);
    }
  }

  void Accept() {
    ++report_.read;
    ++report_.accepted;
  }
  void Refuse(std::string_view code, std::string_view message) {
    ++report_.read;
    report_.Refuse(file_, line_, std::string(code), std::string(message));
  }

  std::optional<uint32_t> FindOccupation(std::string_view code) {
    const auto found = draft_.Find(OnetOccupationUri(code));
    if (!found) {
      Refuse("unknown_occupation", StrCat("Occupation Data.txt does not have '", code, "'"));
    }
    return found;
  }

  absl::Status ReadOccupations() {
    constexpr std::array<std::string_view, 3> kHeaders = {kOccupationColumn, "Title",
                                                          "Description"};
    return ForEachRow("Occupation Data.txt", true, kHeaders, [this](const auto& cells) {
      const auto& [code, title, description] = cells;
      if (!IsOnetOccupationCode(code)) {
        return Refuse("bad_code", StrCat("'", code, "' is no O*NET-SOC code such as 51-4121.00"));
      }
      if (CleanLabel(title).empty()) return Refuse("no_label", StrCat("no title: ", code));
      const auto index = draft_.Define(OnetOccupationUri(code), ConceptKind::kOccupation);
      if (!index) return Refuse("duplicate_concept", StrCat("defined before: ", code));
      Name(title, description, &draft_[*index]);
      Accept();
    });
  }

  static void Name(std::string_view label, std::string_view description, ConceptSource* entry) {
    entry->labels.push_back({kEnglish, LabelKind::kPreferred, CleanLabel(label)});
    std::string clean = CleanLabel(description);
    if (!clean.empty()) entry->descriptions.push_back({kEnglish, std::move(clean)});
  }

  absl::Status ReadContentModel() {
    constexpr std::array<std::string_view, 3> kHeaders = {kElementColumn, "Element Name",
                                                          "Description"};
    return ForEachRow("Content Model Reference.txt", true, kHeaders, [this](const auto& cells) {
      const auto& [id, name, description] = cells;
      if (!IsOnetElementId(id)) {
        return Refuse("bad_code", StrCat("'", id, "' is no element id such as 2.B.1.a"));
      }
      if (CleanLabel(name).empty()) return Refuse("no_label", StrCat("no name: ", id));
      const bool is_new =
          elements_.emplace(std::string(id), Element{std::string(name), std::string(description)})
              .second;
      if (!is_new) Refuse("duplicate_concept", StrCat("defined before: ", id));
    });
  }

  absl::Status ReadRatings(const RatingFile& rating_file) {
    constexpr std::array<std::string_view, 5> kHeaders = {
        kOccupationColumn, kElementColumn, "Scale ID", "Data Value", "Recommend Suppress"};
    int64_t suppressed = 0;
    int64_t unimportant = 0;
    OVERSTAP_RETURN_IF_ERROR(
        ForEachRow(rating_file.name, rating_file.needed, kHeaders, [&](const auto& cells) {
          const auto& [code, element, scale, value, suppress] = cells;
          if (scale != "IM") return;
          if (suppress == "Y") {
            ++suppressed;
          } else {
            AddRating(rating_file.kind, code, element, value, &unimportant);
          }
        }));
    WarnIgnored(rating_file.name, suppressed, "ratings that O*NET recommends to suppress");
    WarnIgnored(rating_file.name, unimportant, "ratings below 1.5: not important");
    return absl::OkStatus();
  }

  void AddRating(ConceptKind kind, std::string_view code, std::string_view element,
                 std::string_view value, int64_t* unimportant) {
    const auto occupation = FindOccupation(code);
    if (!occupation) return;
    double rating = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rating);
    const bool is_number = error == std::errc() && end == value.data() + value.size();
    if (!is_number || !(rating >= 1 && rating <= 5)) {
      return Refuse("bad_value", StrCat("importance '", value, "' is not a number from 1 to 5"));
    }
    const auto skill = UseElement(element, kind);
    if (!skill) {
      return Refuse("unknown_skill",
                    StrCat("Content Model Reference.txt does not have '", element, "'"));
    }
    const auto importance = ImportanceOfRating(rating);
    if (!importance) {
      ++*unimportant;
      return;
    }
    if (!pairs_.insert((uint64_t{*occupation} << 32) | *skill).second) {
      report_.Warn(file_, line_, "duplicate_relation",
                   StrCat("the occupation has this element already: ", element));
    }
    draft_[*occupation].requirements.push_back({draft_[*skill].uri, *importance});
    Accept();
  }

  // The concept of an element, which comes to be with all that is broader when it is used first.
  std::optional<uint32_t> UseElement(std::string_view id, ConceptKind kind) {
    if (!IsOnetElementId(id)) return std::nullopt;
    const std::string uri = OnetElementUri(id);
    if (const auto known = draft_.Find(uri)) {
      if (kind != ConceptKind::kSkillGroup) draft_[*known].kind = kind;
      return known;
    }
    const auto element = elements_.find(id);
    if (element == elements_.end()) return std::nullopt;
    const auto index = draft_.Define(uri, kind);
    Name(element->second.name, element->second.description, &draft_[*index]);
    draft_[*index].code = id;
    Accept();
    for (std::string_view parent = ParentOf(id); !parent.empty(); parent = ParentOf(parent)) {
      const auto broader = UseElement(parent, ConceptKind::kSkillGroup);
      if (!broader) continue;
      draft_[*index].broader.push_back(draft_[*broader].uri);
      break;
    }
    return index;
  }

  absl::Status ReadTitles() {
    constexpr std::array<std::string_view, 2> kHeaders = {kOccupationColumn, "Alternate Title"};
    return ForEachRow("Alternate Titles.txt", false, kHeaders, [this](const auto& cells) {
      const auto occupation = FindOccupation(cells[0]);
      if (!occupation) return;
      std::string label = CleanLabel(cells[1]);
      if (label.empty()) return Refuse("no_label", StrCat("no title: ", cells[0]));
      draft_[*occupation].labels.push_back({kEnglish, LabelKind::kAlternative, std::move(label)});
      Accept();
    });
  }

  absl::Status ReadTasks() {
    constexpr std::array<std::string_view, 3> kHeaders = {kOccupationColumn, "Task", "Task Type"};
    return ForEachRow("Task Statements.txt", false, kHeaders, [this](const auto& cells) {
      const auto occupation = FindOccupation(cells[0]);
      if (!occupation) return;
      if (cells[2] == "Core") AddTask(CleanLabel(cells[1]), &draft_[*occupation]);
      Accept();
    });
  }

  static void AddTask(const std::string& task, ConceptSource* entry) {
    if (task.empty()) return;
    if (entry->descriptions.empty()) entry->descriptions.push_back({kEnglish, {}});
    std::string& text = entry->descriptions.front().text;
    StrAppend(&text, text.empty() ? "" : " ", task);
  }

  absl::Status ReadJobZones() {
    constexpr std::array<std::string_view, 2> kHeaders = {kOccupationColumn, "Job Zone"};
    return ForEachRow("Job Zones.txt", false, kHeaders, [this](const auto& cells) {
      const auto occupation = FindOccupation(cells[0]);
      if (!occupation) return;
      const auto level = LevelOfJobZone(cells[1]);
      if (!level) {
        return Refuse("bad_job_zone", StrCat("job zone '", cells[1], "' is not 1, 2, 3, 4 or 5"));
      }
      draft_[*occupation].level = level;
      Accept();
    });
  }

  void WarnIgnored(const char* file, int64_t count, std::string_view what) {
    if (count > 0) report_.Warn(file, 0, "ignored", StrCat(count, " rows not used: ", what));
  }

  absl::Status CheckNotEmpty() const {
    if (draft_.CountOf(ConceptKind::kOccupation) == 0) {
      return absl::InvalidArgumentError(
          "Occupation Data.txt:1: not one row below the header was accepted");
    }
    if (draft_.CountOf(ConceptKind::kSkill) + draft_.CountOf(ConceptKind::kKnowledge) == 0) {
      return absl::InvalidArgumentError("Skills.txt:1: not one rating of importance was accepted");
    }
    return absl::OkStatus();
  }

  const OnetFiles& open_;
  ImportReport& report_;
  Progress& progress_;
  TaxonomyDraft draft_;
  StringMap<Element> elements_;
  absl::flat_hash_set<uint64_t> pairs_;  // occupation and element
  std::string file_;
  int64_t line_ = 0;
};

}  // namespace

std::optional<Importance> ImportanceOfRating(double rating) {
  if (rating >= 3.5) return Importance::kEssential;
  if (rating >= 2.5) return Importance::kImportant;
  if (rating >= 1.5) return Importance::kSomewhat;
  return std::nullopt;
}

std::optional<int> LevelOfJobZone(std::string_view zone) {
  if (zone.size() != 1 || zone[0] < '1' || zone[0] > '5') return std::nullopt;
  return std::min(zone[0] - '0', 4);
}

absl::StatusOr<TaxonomySource> ReadOnet(const std::string& folder, ImportReport* report,
                                        Progress* progress) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return absl::NotFoundError(StrCat(folder, ": there is no such folder"));
  }
  const auto open =
      [&folder](const std::string& name) -> absl::StatusOr<std::unique_ptr<std::istream>> {
    OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(fs::path(folder) / name));
    return std::make_unique<std::ifstream>(std::move(in));
  };
  return ReadOnet(open, report, progress);
}

absl::StatusOr<TaxonomySource> ReadOnet(const OnetFiles& open, ImportReport* report,
                                        Progress* progress) {
  return OnetReading(open, report, progress).Run();
}

}  // namespace overstap::ingest
