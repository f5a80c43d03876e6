// How the REST interface reads records that come in bodies.
#pragma once

#include "service/http/handlers.h"

namespace overstap::cli {

// In the own record formats, with the text of a profile or vacancy read as an import reads it.
http::BodyReaders RestBodyReaders();

}  // namespace overstap::cli
