#include "service/http/pages.h"

#include <utility>

#include "base/strings.h"

namespace overstap::http {
namespace {

constexpr size_t kMaxPage = 1'000'000;
constexpr size_t kMaxPageSize = 1000;

std::string PageUrl(const Target& target, size_t number) {
  std::string url = target.path;
  char mark = '?';
  for (const auto& [key, value] : target.query) {
    if (key == "page") continue;
    StrAppend(&url, std::string(1, mark), PercentEncode(key), "=", PercentEncode(value));
    mark = '&';
  }
  StrAppend(&url, std::string(1, mark), "page=", number);
  return url;
}

std::string LinksOf(const Target& target, const Page& page, size_t total) {
  const size_t last = total == 0 ? 1 : (total - 1) / page.size + 1;
  std::string links;
  const auto add = [&](size_t number, const char* relation) {
    StrAppend(&links, links.empty() ? "" : ", ", "<", PageUrl(target, number), ">; rel=\"",
              relation, "\"");
  };
  add(1, "first");
  if (page.number > 1) add(std::min(page.number - 1, last), "prev");
  if (page.number < last) add(page.number + 1, "next");
  add(last, "last");
  return links;
}

}  // namespace

Page ReadPage(QueryReader* query) {
  Page page;
  page.number = query->Whole("page", 1, 1, kMaxPage);
  page.size = query->Whole("pageSize", page.size, 1, kMaxPageSize);
  return page;
}

ReadAnswer PageAnswer(const ReadCall& call, const Page& page, size_t total, Json items) {
  return {{{"versions", service::ToJson(call.world.snapshot.versions())},
           {"page", page.number},
           {"page_size", page.size},
           {"total", total},
           {"items", std::move(items)}},
          LinksOf(call.target, page, total)};
}

}  // namespace overstap::http
