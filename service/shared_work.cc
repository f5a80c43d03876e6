#include "service/shared_work.h"

#include <atomic>
#include <memory>

namespace overstap::service {
namespace {

// `work` is there until all pieces have ended, and nobody looks at it when there is none left.
struct Pieces {
  const std::function<void(size_t)>* work = nullptr;
  size_t count = 0;
  std::atomic<size_t> next = 0;
  std::atomic<size_t> ended = 0;

  void DoSome() {
    for (size_t piece = next++; piece < count; piece = next++) {
      (*work)(piece);
      if (++ended == count) ended.notify_all();
    }
  }
};

}  // namespace

void SharedWork::Run(size_t pieces, const std::function<void(size_t)>& work) {
  if (pieces == 0) return;
  const auto shared = std::make_shared<Pieces>();
  shared->work = &work;
  shared->count = pieces;
  if (pieces > 1) helper_.Post([shared] { shared->DoSome(); });
  shared->DoSome();
  for (size_t ended = shared->ended; ended != pieces; ended = shared->ended) {
    shared->ended.wait(ended);
  }
}

}  // namespace overstap::service
