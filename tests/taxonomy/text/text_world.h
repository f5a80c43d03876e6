// A taxonomy with labels of several words, kinds and languages, as text in the test.
//
//   const Taxonomy taxonomy = TextTaxonomy(R"(
//     occupation welder | nl! lasser | nl las-operator | en! welder | nl: Verbindt metaal. | metal
//     skill metal       | nl! metaal lassen | en? to weld
//   )");
//
// A concept a line, parts with '|' between them: kind and name, of which "t:" and the name are the
// URI; then labels (language and '!' preferred, nothing alternative, '?' hidden), descriptions
// (language and ':') and the names of the skills that an occupation requires. A group is an ISCO
// group with its name for code; "isco 7212" names that of an occupation.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/taxonomy.h"
#include "taxonomy/text/knowledge.h"
#include "tests/support/random_world.h"

namespace overstap::text {

// Throws absl::BadStatusOrAccess with the reason when the text is no taxonomy.
Taxonomy TextTaxonomy(std::string_view text);

// A lexicon of lines as in taxonomy/words/lexicon.h, and no other knowledge.
Knowledge WithLexicon(std::string_view lexicon);

// Words of some letters that occur again and again, some of them compounds of others.
class RandomText {
 public:
  explicit RandomText(uint32_t seed);

  const std::vector<std::string>& words() const { return words_; }
  const std::string& Word();
  std::string Words(int least, int most);
  // Text for TextTaxonomy.
  std::string Taxonomy(int occupations, int skills);
  // Some lines of a lexicon.
  std::string Lexicon(int lines);
  RandomWorld& random() { return random_; }

 private:
  RandomWorld random_;
  std::vector<std::string> words_;
};

}  // namespace overstap::text
