#include "base/free_memory.h"

#include <cstdlib>  // says whose C library it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace overstap {

void ReturnFreeMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace overstap
