#include "taxonomy/words/stemmer.h"

#include <libstemmer.h>

#include <memory>

namespace overstap::words {
namespace {

using Stemmer = std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)>;

Stemmer MakeStemmer(const char* algorithm) {
  return {sb_stemmer_new(algorithm, "UTF_8"), sb_stemmer_delete};
}

std::string Stem(sb_stemmer* stemmer, std::string_view word) {
  if (stemmer == nullptr) return std::string(word);
  const sb_symbol* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                          static_cast<int>(word.size()));
  const int length = sb_stemmer_length(stemmer);
  if (stem == nullptr || length <= 0) return std::string(word);
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(length)};
}

bool IsVowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

constexpr size_t kShortestRoot = 3;

bool StripEnd(std::string* word, std::string_view end) {
  if (word->size() < end.size() + kShortestRoot || !word->ends_with(end)) return false;
  word->erase(word->size() - end.size());
  return true;
}

// Dutch writes lassen for las, brieven for brief, huizen for huis, kopen for koop.
void UndoSpelling(std::string* root) {
  const size_t n = root->size();
  if (n > kShortestRoot && (*root)[n - 1] == (*root)[n - 2] && !IsVowel((*root)[n - 1])) {
    root->pop_back();
  } else if (root->back() == 'v') {
    root->back() = 'f';
  } else if (root->back() == 'z') {
    root->back() = 's';
  }
  const size_t m = root->size();
  if (m > kShortestRoot && (*root)[m - 2] == (*root)[m - 3] && IsVowel((*root)[m - 2])) {
    root->erase(m - 2, 1);
  }
}

}  // namespace

// A stemmer keeps the word it works on, so each thread has its own.
std::string DutchStem(std::string_view word) {
  thread_local const Stemmer stemmer = MakeStemmer("dutch");
  return Stem(stemmer.get(), word);
}

std::string DutchRoot(std::string_view word) {
  std::string root = DutchStem(word);
  for (const std::string_view end : {"ering", "eerder", "eer", "er", "aar", "ing", "sel"}) {
    if (StripEnd(&root, end)) break;
  }
  if (root.size() >= kShortestRoot) UndoSpelling(&root);
  return root;
}

std::string EnglishStem(std::string_view word) {
  thread_local const Stemmer stemmer = MakeStemmer("english");
  return Stem(stemmer.get(), word);
}

}  // namespace overstap::words
