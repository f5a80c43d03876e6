// A client that can behave well or badly, over a socket.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace overstap::http {

struct Reply {
  int status = 0;                              // 0: no response came
  std::map<std::string, std::string> headers;  // names in lower case; of equal names the last
  std::string body;
};

// One connection. Not thread-safe.
class HttpClient {
 public:
  // `address` is "127.0.0.1:PORT". Throws when nobody listens.
  explicit HttpClient(const std::string& address);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // False when the server has closed the connection.
  bool Send(std::string_view bytes);
  // Waits at most ten seconds for each part. `is_head`: the response has no body.
  Reply Receive(bool is_head = false);
  // Whether the server closes the connection within ten seconds.
  bool IsClosed();

  // A request and its response; the connection stays open.
  Reply Ask(const std::string& method, const std::string& target, std::string_view body = {},
            const std::string& headers = "Content-Type: application/json\r\n");

 private:
  bool Fill();

  int socket_;
  std::string buffer_;
};

}  // namespace overstap::http
