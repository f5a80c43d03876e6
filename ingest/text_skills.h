// What the text of a vacancy or a CV says, as skills and occupations of a record.
#pragma once

#include <memory>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "engine/store/store.h"
#include "taxonomy/extract/extractor.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"

namespace overstap::ingest {

// Whether there is a text to read: of a vacancy that states neither skills nor an occupation, and
// of every profile that has one.
bool HasTextToRead(const model::Vacancy& vacancy);
bool HasTextToRead(const model::Profile& profile);

// Adds what title, phrases and text say and the vacancy does not state, marked as inferred: the
// skills that are asked for with their importance, and the occupation of the title when it is
// recognised and none is stated. With skills stated, only title and phrases are read.
// kInvalidArgument for a text that is too long; the vacancy is then as it was.
absl::Status ReadText(const extract::Extractor& extractor, const Taxonomy& taxonomy,
                      model::Vacancy* vacancy, std::string_view phrases = {});
// Adds the occupations and skills that phrases and text name and the profile does not state, marked
// as inferred. A skill with years, or from the work experience, is evidence of kind work; others
// are claimed. Years that are not stated count as 0. Takes the text away: it is not stored.
absl::Status ReadText(const extract::Extractor& extractor, const Taxonomy& taxonomy,
                      model::Profile* profile, std::string_view phrases = {});

// Reads texts in the terms of the current taxonomy of a store. Thread-safe after Load.
class TextReader {
 public:
  // Null when the store has no taxonomy. Takes seconds for a large one. `knowledge` may be null.
  static absl::StatusOr<std::unique_ptr<TextReader>> Load(
      const store::Store& store, std::shared_ptr<const text::Knowledge> knowledge);

  template <class Record>
  absl::Status Read(Record* record, std::string_view phrases) const {
    return ReadText(*extractor_, taxonomy_, record, phrases);
  }

 private:
  TextReader() = default;

  Taxonomy taxonomy_;
  std::unique_ptr<text::Lookup> lookup_;
  std::unique_ptr<extract::Extractor> extractor_;
};

}  // namespace overstap::ingest
