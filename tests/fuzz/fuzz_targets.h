// What hostile bytes must never do, one function for each entry point that reads bytes from
// outside.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace overstap::fuzz {

// Each takes any bytes and ends the process when a promise of the code under test is broken.
void FuzzCsv(std::string_view bytes);
void FuzzLineReader(std::string_view bytes);
void FuzzVacancy(std::string_view bytes);
void FuzzProfile(std::string_view bytes);
void FuzzCohort(std::string_view bytes);
void FuzzCourse(std::string_view bytes);
void FuzzScheme(std::string_view bytes);
void FuzzSchemeConditions(std::string_view bytes);
void FuzzRegion(std::string_view bytes);
void FuzzDemand(std::string_view bytes);
void FuzzPlace(std::string_view bytes);
void FuzzUtf8(std::string_view bytes);
void FuzzLabel(std::string_view bytes);
void FuzzIsco(std::string_view bytes);
void FuzzExtract(std::string_view bytes);
void FuzzExtractLexicon(std::string_view bytes);
void FuzzTurtle(std::string_view bytes);
void FuzzNTriples(std::string_view bytes);
void FuzzCrosswalk(std::string_view bytes);
void FuzzCrosswalkRecord(std::string_view bytes);
void FuzzOnet(std::string_view bytes);
void FuzzWordLexicon(std::string_view bytes);
void FuzzDictd(std::string_view bytes);
void FuzzRanking(std::string_view bytes);
void FuzzCloseness(std::string_view bytes);
void FuzzLookup(std::string_view bytes);
void FuzzSuggest(std::string_view bytes);
void FuzzSavedRows(std::string_view bytes);
void FuzzIndexImage(std::string_view bytes);
void FuzzRest(std::string_view bytes);
void FuzzJobPosting(std::string_view bytes);
void FuzzPayText(std::string_view bytes);
void FuzzVum(std::string_view bytes);
void FuzzEuropass(std::string_view bytes);

struct Target {
  std::string_view name;  // also the folder in corpus/ with the inputs to begin with
  void (*run)(std::string_view bytes);
};

inline constexpr std::array<Target, 34> kTargets = {{{"csv", FuzzCsv},
                                                     {"line_reader", FuzzLineReader},
                                                     {"vacancy", FuzzVacancy},
                                                     {"profile", FuzzProfile},
                                                     {"cohort", FuzzCohort},
                                                     {"course", FuzzCourse},
                                                     {"scheme", FuzzScheme},
                                                     {"scheme_conditions", FuzzSchemeConditions},
                                                     {"region", FuzzRegion},
                                                     {"demand", FuzzDemand},
                                                     {"place", FuzzPlace},
                                                     {"utf8", FuzzUtf8},
                                                     {"label", FuzzLabel},
                                                     {"isco", FuzzIsco},
                                                     {"extract", FuzzExtract},
                                                     {"extract_lexicon", FuzzExtractLexicon},
                                                     {"turtle", FuzzTurtle},
                                                     {"ntriples", FuzzNTriples},
                                                     {"crosswalk", FuzzCrosswalk},
                                                     {"crosswalk_record", FuzzCrosswalkRecord},
                                                     {"onet", FuzzOnet},
                                                     {"word_lexicon", FuzzWordLexicon},
                                                     {"dictd", FuzzDictd},
                                                     {"ranking", FuzzRanking},
                                                     {"closeness", FuzzCloseness},
                                                     {"lookup", FuzzLookup},
                                                     {"suggest", FuzzSuggest},
                                                     {"rest", FuzzRest},
                                                     {"job_posting", FuzzJobPosting},
                                                     {"pay_text", FuzzPayText},
                                                     {"vum", FuzzVum},
                                                     {"europass", FuzzEuropass},
                                                     {"index_image", FuzzIndexImage},
                                                     {"saved_rows", FuzzSavedRows}}};

}  // namespace overstap::fuzz
