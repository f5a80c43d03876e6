#include "service/index_files.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/match/large_pages.h"
#include "engine/store/files.h"

namespace overstap::service {
namespace {

void AddPoint(const model::GeoPoint& point, ContentHasher* hasher) {
  hasher->AddNumber(std::bit_cast<uint64_t>(point.latitude));
  hasher->AddNumber(std::bit_cast<uint64_t>(point.longitude));
}

// Of regions and places, which an index has the middles of.
std::string NameOfPlaces(const snapshot::Snapshot& snapshot) {
  ContentHasher hasher;
  for (const model::Region& region : snapshot.regions()) {
    hasher.Add(region.code);
    AddPoint(region.centroid, &hasher);
  }
  for (const model::Place& place : snapshot.places().records()) {
    hasher.Add(model::IdOf(place));
    hasher.Add(place.region);
    AddPoint(place.point, &hasher);
  }
  return hasher.HexDigest();
}

// Everything an index of these rows depends on; empty when it is not to be kept.
template <class Row>
std::string MadeFor(const snapshot::Snapshot& snapshot, const snapshot::RecordTable<Row>& rows,
                    const snapshot::SavedTable<Row>& saved) {
  if (saved.file.empty() || !rows.IsCopyOf(saved.rows)) return std::string();
  return StrCat(saved.file, " ", NameOfPlaces(snapshot));
}

template <class Finder>
absl::Status Save(const store::Store& store, std::string_view name, std::string_view made_for,
                  const Finder& finder) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto file, store::NewFile::Create(store.derived().path, name));
  OVERSTAP_RETURN_IF_ERROR(finder.Write(made_for, [&](std::span<const std::byte> bytes) {
    return file->Append({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }));
  return file->Finish("");
}

// What a file holds, in large pages: a mapped file has small ones, and finding the page of an
// address takes longer than reading it.
using Image = match::LargeVector<std::byte>;

absl::StatusOr<std::shared_ptr<const Image>> ReadImage(const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const auto file, store::MappedFile::Open(path));
  const auto bytes = std::as_bytes(std::span(file->bytes()));
  const auto image = std::make_shared<Image>();
  image->reserve(std::max(bytes.size(), match::LargePageAllocator<std::byte>::kPage));
  // A piece at a time, so that it is not in memory twice.
  constexpr size_t kPiece = size_t{16} << 20;
  for (size_t at = 0; at < bytes.size(); at += kPiece) {
    const auto piece = bytes.subspan(at, std::min(kPiece, bytes.size() - at));
    image->insert(image->end(), piece.begin(), piece.end());
    file->ForgetPages();
  }
  return image;
}

// `open(image)` and `build()` give the finder. What is built leaves the memory that it took to
// build it, and is read from its file instead when it has one.
template <class Open, class Build>
auto Load(const store::Store& store, std::string_view name, const std::string& made_for, Open open,
          Build build) {
  if (made_for.empty() || store.derived().path.empty()) return build();
  const auto read = [&]() -> decltype(build()) {
    OVERSTAP_ASSIGN_OR_RETURN(const auto image, ReadImage(StrCat(store.derived().path, "/", name)));
    return open(image);
  };
  if (auto saved = read(); saved.ok()) return saved;
  auto built = build();
  // Without the file the next start takes longer, and nothing else.
  if (!built.ok() || !store.derived().may_write || !Save(store, name, made_for, *built).ok()) {
    return built;
  }
  auto saved = read();
  return saved.ok() ? std::move(saved) : std::move(built);
}

}  // namespace

absl::StatusOr<advice::VacancyFinder> LoadVacancyFinder(const store::Store& store,
                                                        const snapshot::Snapshot& snapshot) {
  const std::string made_for = MadeFor(snapshot, snapshot.vacancies(), snapshot.saved_vacancies());
  return Load(
      store, "vacancies.index", made_for,
      [&](const std::shared_ptr<const Image>& image) {
        return advice::VacancyFinder::Open(snapshot, image, *image, made_for);
      },
      [&] { return advice::VacancyFinder::Build(snapshot); });
}

absl::StatusOr<advice::ProfileFinder> LoadProfileFinder(const store::Store& store,
                                                        const snapshot::Snapshot& snapshot,
                                                        int year) {
  std::string made_for = MadeFor(snapshot, snapshot.profiles(), snapshot.saved_profiles());
  if (!made_for.empty()) StrAppend(&made_for, " ", year);
  return Load(
      store, "profiles.index", made_for,
      [&](const std::shared_ptr<const Image>& image) {
        return advice::ProfileFinder::Open(snapshot, year, image, *image, made_for);
      },
      [&] { return advice::ProfileFinder::Build(snapshot, year); });
}

}  // namespace overstap::service
