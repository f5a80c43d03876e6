#include "tests/service/http/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <stdexcept>

#include "base/strings.h"

namespace overstap::http {
namespace {

std::string Lower(std::string text) {
  for (char& byte : text) byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return text;
}

}  // namespace

HttpClient::HttpClient(const std::string& address) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in server{};
  server.sin_family = AF_INET;
  const size_t colon = address.rfind(':');
  server.sin_port = htons(static_cast<uint16_t>(std::atoi(address.c_str() + colon + 1)));
  inet_pton(AF_INET, address.substr(0, colon).c_str(), &server.sin_addr);
  const timeval patience{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  if (connect(socket_, static_cast<sockaddr*>(static_cast<void*>(&server)), sizeof(server)) != 0) {
    close(socket_);
    throw std::runtime_error(StrCat("nobody listens on ", address));
  }
}

HttpClient::~HttpClient() { close(socket_); }

bool HttpClient::Send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

bool HttpClient::Fill() {
  std::array<char, 65536> block;
  const ssize_t bytes = recv(socket_, block.data(), block.size(), 0);
  if (bytes <= 0) return false;
  buffer_.append(block.data(), static_cast<size_t>(bytes));
  return true;
}

Reply HttpClient::Receive(bool is_head) {
  size_t end;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!Fill()) return {};
  }
  Reply reply;
  reply.status = std::atoi(buffer_.c_str() + std::string_view("HTTP/1.1 ").size());
  for (size_t begin = buffer_.find("\r\n") + 2; begin < end;) {
    const size_t line_end = buffer_.find("\r\n", begin);
    const std::string line = buffer_.substr(begin, line_end - begin);
    const size_t colon = line.find(": ");
    reply.headers[Lower(line.substr(0, colon))] = line.substr(colon + 2);
    begin = line_end + 2;
  }
  buffer_.erase(0, end + 4);
  const auto length = static_cast<size_t>(std::atoll(reply.headers["content-length"].c_str()));
  if (is_head || reply.status < 200) return reply;
  while (buffer_.size() < length) {
    if (!Fill()) return {};
  }
  reply.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return reply;
}

bool HttpClient::IsClosed() {
  char byte;
  for (;;) {
    const ssize_t bytes = recv(socket_, &byte, 1, 0);
    if (bytes == 0) return true;
    if (bytes < 0) return errno == ECONNRESET;
  }
}

Reply HttpClient::Ask(const std::string& method, const std::string& target, std::string_view body,
                      const std::string& headers) {
  std::string request = StrCat(method, " ", target, " HTTP/1.1\r\nHost: localhost\r\n", headers);
  if (!body.empty()) StrAppend(&request, "Content-Length: ", body.size(), "\r\n");
  StrAppend(&request, "\r\n", body);
  if (!Send(request)) return {};
  return Receive(method == "HEAD");
}

}  // namespace overstap::http
