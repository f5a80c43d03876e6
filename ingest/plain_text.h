// Text out of the HTML that descriptions come in.
#pragma once

#include <string>
#include <string_view>

namespace overstap::ingest {

// Without tags, comments, scripts and styles; blocks, breaks and list items on lines of their own
// (a list item after "- "); the common entities and those by number as characters. Text without
// '<' and '&' comes back as it is. Never longer than `html`.
std::string PlainText(std::string_view html);

}  // namespace overstap::ingest
