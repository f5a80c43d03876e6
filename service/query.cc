#include "service/query.h"

#include <optional>
#include <utility>

#include "absl/strings/escaping.h"
#include "base/strings.h"
#include "service/cut_text.h"

namespace overstap::service {
namespace {
constexpr int kMaxLanguages = 20;
constexpr size_t kMaxShownBytes = 20;
}  // namespace

Query::Query(LiveView view, absl::CivilDay today, LanguageOrder languages)
    : view_(std::move(view)), today_(today), languages_(std::move(languages)) {}

absl::StatusOr<Query> Query::Begin(const QuerySource& source, const LanguageCodes& languages) {
  if (languages.empty()) return Begin(source);
  if (languages.size() > kMaxLanguages) {
    return absl::InvalidArgumentError(
        StrCat("language_codes has more than ", kMaxLanguages, " languages"));
  }
  LanguageOrder order;
  for (const std::string& code : languages) {
    const std::optional<Language> language = Language::Parse(code);
    if (!language) {
      return absl::InvalidArgumentError(
          StrCat("language_codes has '", absl::CHexEscape(ToAbsl(CutText(code, kMaxShownBytes))),
                 "'; use ISO 639-1 codes such as nl and en"));
    }
    order.push_back(*language);
  }
  return Query(source.live->Now(), source.clock->Today(), std::move(order));
}

Query Query::Begin(const QuerySource& source) {
  return {source.live->Now(), source.clock->Today(), DefaultLanguageOrder()};
}

}  // namespace overstap::service
