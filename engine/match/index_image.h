// An index as bytes that are used where they lie.
//
// An ImageHeader, an ImageSection for each section, and the sections, each at the next multiple of
// kImageAlignment, with zeros between. The first section is what the index was made for, the second
// its numbers (uint64_t), the others its columns. Byte order is that of the machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/match/column.h"

namespace overstap::match {

inline constexpr size_t kImageAlignment = 64;

enum class ImageKind : uint32_t { kVacancies = 1, kProfiles = 2 };

struct ImageHeader {
  static constexpr uint64_t kMagic = 0x5844'4e49'5453'564f;  // "OVSTINDX"; tells byte orders apart
  static constexpr uint32_t kVersion = 4;  // of the layout, and of what sections mean

  uint64_t magic = kMagic;
  uint32_t version = kVersion;
  ImageKind kind = ImageKind::kVacancies;
  uint64_t size = 0;  // of the image
  uint32_t section_count = 0;
  uint32_t checksum = 0;  // of the header, with 0 here, and of what is said of sections
};

struct ImageSection {
  uint64_t offset = 0;
  uint64_t count = 0;  // elements
  uint32_t element_size = 0;
  uint32_t checksum = 0;  // of the elements
};

// The low half of FastHash over bytes, those of `more` behind those of `bytes`.
uint32_t ImageChecksum(std::span<const std::byte> bytes, std::span<const std::byte> more = {});

using ImageSink = std::function<absl::Status(std::span<const std::byte>)>;

// Called with every number and column of an index, which outlives it.
class ImageWriter {
 public:
  ImageWriter(ImageKind kind, std::string_view made_for);

  void operator()(const size_t& number) { numbers_.push_back(number); }
  template <class T>
  void operator()(const Column<T>& column) {
    AddSection(std::as_bytes(std::span(column)), sizeof(T));
  }

  // Gives the image to `sink`, piece by piece; its first error is the answer.
  absl::Status Write(const ImageSink& sink);

 private:
  void AddSection(std::span<const std::byte> bytes, size_t element_size);

  ImageHeader header_;
  std::vector<uint64_t> numbers_;
  std::vector<std::span<const std::byte>> sections_;
  std::vector<ImageSection> table_;
};

// Called with every number and column of an index, in the order of the writer.
class ImageReader {
 public:
  // kDataLoss when bytes are damaged or cut off; kFailedPrecondition when they are something else,
  // of another version or made for something else; kInvalidArgument when they are not aligned.
  static absl::StatusOr<ImageReader> Open(std::span<const std::byte> bytes, ImageKind kind,
                                          std::string_view made_for);

  void operator()(size_t& number);
  template <class T>
  void operator()(Column<T>& column) {
    const std::span<const std::byte> bytes = Next(sizeof(T));
    column.See({reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)});
  }

  // Whether what was asked for is what there is.
  bool HasMatched() const;

 private:
  ImageReader() = default;
  std::span<const std::byte> Next(size_t element_size);

  std::span<const std::byte> bytes_;
  std::span<const ImageSection> table_;
  std::span<const uint64_t> numbers_;
  size_t next_ = 0;
  bool failed_ = false;
};

// What a reader says of an image whose checksums are right and whose content is impossible.
absl::Status ImageIsUnsound();

}  // namespace overstap::match
