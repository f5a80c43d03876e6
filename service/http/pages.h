// Lists a page at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "service/http/handlers.h"
#include "service/http/query_reader.h"

namespace overstap::http {

struct Page {
  size_t number = 1;  // from 1
  size_t size = 50;   // 1..1,000

  // Index of its first item, and one past its last, of `total`.
  size_t Begin(size_t total) const { return std::min((number - 1) * size, total); }
  size_t End(size_t total) const { return std::min(Begin(total) + size, total); }
};

// "page" and "pageSize".
Page ReadPage(QueryReader* query);

// The fields of a page around its items, with links to the pages beside it. A page after the last
// has no items.
ReadAnswer PageAnswer(const ReadCall& call, const Page& page, size_t total, Json items);

// The page of `records`, each shown by `show`.
template <class Records, class Show>
ReadAnswer PageOf(const ReadCall& call, const Page& page, const Records& records,
                  const Show& show) {
  Json items = Json::array();
  for (size_t i = page.Begin(records.size()); i < page.End(records.size()); ++i) {
    items.push_back(show(records[i]));
  }
  return PageAnswer(call, page, records.size(), std::move(items));
}

}  // namespace overstap::http
