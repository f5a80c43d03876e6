// Memory for large arrays that are read at random.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace overstap::match {

// Asks for pages of 2 MB where the system offers them, since finding the page of an address takes
// longer than reading it when an array has thousands of pages, and what is asked for ahead of time
// is left out when its page is not known. Memory is new from the system: what was used before has
// small pages already. Any memory does as well.
template <class T>
struct LargePageAllocator {
  using value_type = T;
  static constexpr size_t kPage = size_t{2} << 20;
  static constexpr size_t kLeast = kPage / 4;  // bytes; less is as any memory

  LargePageAllocator() = default;
  template <class Other>
  LargePageAllocator(const LargePageAllocator<Other>&) {}  // NOLINT: allocators convert

  T* allocate(size_t count) {
    const size_t bytes = count * sizeof(T);
    return static_cast<T*>(bytes < kLeast ? ::operator new(bytes) : NewPages(WholePages(bytes)));
  }
  void deallocate(T* memory, size_t count) {
    const size_t bytes = count * sizeof(T);
    if (bytes < kLeast) return ::operator delete(memory);
    DeletePages(memory, WholePages(bytes));
  }

  friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }

 private:
  static size_t WholePages(size_t bytes) { return (bytes + kPage - 1) / kPage * kPage; }

#ifdef MADV_HUGEPAGE
  // At a multiple of kPage: what is mapped before and behind it is given back.
  static void* NewPages(size_t bytes) {
    void* const mapped =
        mmap(nullptr, bytes + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    auto* const first = static_cast<std::byte*>(mapped);
    const size_t before = (kPage - reinterpret_cast<uintptr_t>(first) % kPage) % kPage;
    if (before > 0) munmap(first, before);
    munmap(first + before + bytes, kPage - before);
    madvise(first + before, bytes, MADV_HUGEPAGE);  // refusal costs speed alone
    return first + before;
  }
  static void DeletePages(void* memory, size_t bytes) { munmap(memory, bytes); }
#else
  static void* NewPages(size_t bytes) { return ::operator new(bytes, std::align_val_t(kPage)); }
  static void DeletePages(void* memory, size_t) {
    ::operator delete(memory, std::align_val_t(kPage));
  }
#endif
};

template <class T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;

}  // namespace overstap::match
