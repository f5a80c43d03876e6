// Times questions through gRPC against an echo, in one run.
//
//   bench_rpc FOLDER TAXONOMY_STORE [VACANCIES] [QUESTIONS]
//
// Makes a store in FOLDER, which must not be there yet, as bench_live does, and serves it on the
// loopback of this process. The echo is a server of the same contract that always gives one answer
// of the service, so that it costs what messages and transport cost. Times are of the processor, of
// client and server together, a question.
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <time.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/store/store.h"
#include "overstap/v1/matching_service.grpc.pb.h"
#include "service/convert_records.h"
#include "service/overstap_service.h"
#include "tools/bench/live_load.h"

namespace overstap::bench {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 21);
constexpr int kRounds = 3;

struct Options {
  std::string folder;
  std::string taxonomy_store;
  size_t vacancies = 20'000;
  size_t questions = 2'000;
};

double ProcessMicroseconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

// Until this process computes nothing any more: what the service derives in the background after
// its start would count as time of questions.
void WaitUntilIdle() {
  constexpr double kIdleMicroseconds = 5'000;
  for (double before = 0, now = ProcessMicroseconds(); now - before > kIdleMicroseconds;) {
    before = now;
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    now = ProcessMicroseconds();
  }
}

// Always the same answer.
class Echo final : public v1::MatchingService::CallbackService {
 public:
  explicit Echo(v1::MatchVacanciesResponse answer) : answer_(std::move(answer)) {
    streamed_.set_id(answer_.id());
    *streamed_.mutable_versions() = answer_.versions();
    *streamed_.mutable_results() = answer_.results();
  }

  grpc::ServerUnaryReactor* MatchVacancies(grpc::CallbackServerContext* context,
                                           const v1::MatchVacanciesRequest*,
                                           v1::MatchVacanciesResponse* response) override {
    *response = answer_;
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerBidiReactor<v1::StreamMatchVacanciesRequest, v1::StreamMatchVacanciesResponse>*
  StreamMatchVacancies(grpc::CallbackServerContext*) override {
    return new Stream(&streamed_);
  }

 private:
  class Stream final : public grpc::ServerBidiReactor<v1::StreamMatchVacanciesRequest,
                                                      v1::StreamMatchVacanciesResponse> {
   public:
    explicit Stream(const v1::StreamMatchVacanciesResponse* answer) : answer_(answer) {
      StartRead(&request_);
    }
    void OnReadDone(bool ok) override { ok ? StartWrite(answer_) : Finish(grpc::Status::OK); }
    void OnWriteDone(bool ok) override {
      if (ok) StartRead(&request_);
      if (!ok) Finish(grpc::Status::CANCELLED);
    }
    void OnDone() override { delete this; }

   private:
    const v1::StreamMatchVacanciesResponse* answer_;
    v1::StreamMatchVacanciesRequest request_;
  };

  v1::MatchVacanciesResponse answer_;
  v1::StreamMatchVacanciesResponse streamed_;
};

absl::Status StatusOf(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  return absl::InternalError(ToAbsl(StrCat("a call failed: ", status.error_message())));
}

class RpcBench {
 public:
  explicit RpcBench(Options options) : options_(std::move(options)) {}

  absl::Status Run() {
    OVERSTAP_RETURN_IF_ERROR(
        FillStore(options_.folder, options_.taxonomy_store, options_.vacancies, 0));
    OVERSTAP_RETURN_IF_ERROR(StartServers());
    std::cout << absl::StrFormat("%d vacancies, nation, 10 results\n\n", options_.vacancies)
              << "| processor µs a question | function | unary | streamed |\n|---|--:|--:|--:|\n";
    OVERSTAP_ASSIGN_OR_RETURN(const double function, Time([&] { return AskFunction(); }));
    double spent[2][2];
    v1::MatchingService::Stub* const stubs[] = {service_stub_.get(), echo_stub_.get()};
    for (int i = 0; i < 2; ++i) {
      OVERSTAP_ASSIGN_OR_RETURN(spent[i][0], Time([&] { return AskUnary(stubs[i]); }));
      OVERSTAP_ASSIGN_OR_RETURN(spent[i][1], Time([&] { return AskStreamed(stubs[i]); }));
    }
    std::cout << absl::StrFormat("| the service | %.0f | %.0f | %.0f |\n", function, spent[0][0],
                                 spent[0][1])
              << absl::StrFormat("| echo | | %.0f | %.0f |\n", spent[1][0], spent[1][1])
              << absl::StrFormat("| times echo | | %.2f | %.2f |\n", spent[0][0] / spent[1][0],
                                 spent[0][1] / spent[1][1]);
    return absl::OkStatus();
  }

 private:
  absl::Status StartServers() {
    OVERSTAP_ASSIGN_OR_RETURN(store_,
                              store::Store::Open(options_.folder, store::OpenMode::kReadWrite));
    service::ServerParams params;
    params.address = "127.0.0.1:0";
    OVERSTAP_ASSIGN_OR_RETURN(service_,
                              service::OverstapService::Start(params, {}, store_.get(), &clock_));
    const bool is_indexed = options_.vacancies >= service::IndexPolicy().index_from;
    while (is_indexed && service_->live().Now().finders.vacancies == nullptr) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    WaitUntilIdle();
    LiveLoad load(service_->live().Current()->taxonomy());
    for (size_t i = 0; i < options_.questions; ++i) {
      people_.push_back(load.Profile(i));
      requests_.emplace_back();
      *requests_.back().mutable_profile() = service::ToProto(people_.back());
    }
    service_stub_ = StubOf(service_->address());
    grpc::ClientContext context;
    v1::MatchVacanciesResponse answer;
    OVERSTAP_RETURN_IF_ERROR(
        StatusOf(service_stub_->MatchVacancies(&context, requests_[0], &answer)));
    echo_ = std::make_unique<Echo>(std::move(answer));
    const std::vector<service::NamedService> services = {{"echo", echo_.get()}};
    OVERSTAP_ASSIGN_OR_RETURN(echo_server_, service::Server::Start(params, services));
    echo_stub_ = StubOf(echo_server_->address());
    return absl::OkStatus();
  }

  static std::unique_ptr<v1::MatchingService::Stub> StubOf(const std::string& address) {
    return v1::MatchingService::NewStub(
        grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
  }

  // Microseconds of this process a question, the least of kRounds times.
  absl::StatusOr<double> Time(const std::function<absl::Status()>& ask_all) const {
    double least = 1e18;
    for (int round = 0; round < kRounds; ++round) {
      const double begin = ProcessMicroseconds();
      OVERSTAP_RETURN_IF_ERROR(ask_all());
      least = std::min(least, ProcessMicroseconds() - begin);
    }
    return least / static_cast<double>(requests_.size());
  }

  absl::Status AskFunction() const {
    const service::LiveView now = service_->live().Now();
    const advice::Context context{*now.snapshot, kToday, DefaultLanguageOrder(), &now.finders};
    for (const model::Profile& person : people_) {
      OVERSTAP_RETURN_IF_ERROR(advice::MatchVacancies(context, person, {}).status());
    }
    return absl::OkStatus();
  }

  absl::Status AskUnary(v1::MatchingService::Stub* stub) const {
    for (const v1::MatchVacanciesRequest& request : requests_) {
      grpc::ClientContext context;
      v1::MatchVacanciesResponse response;
      OVERSTAP_RETURN_IF_ERROR(StatusOf(stub->MatchVacancies(&context, request, &response)));
    }
    return absl::OkStatus();
  }

  // Writes while answers come.
  absl::Status AskStreamed(v1::MatchingService::Stub* stub) const {
    grpc::ClientContext context;
    const auto stream = stub->StreamMatchVacancies(&context);
    std::thread writer([&] {
      v1::StreamMatchVacanciesRequest question;
      for (const v1::MatchVacanciesRequest& request : requests_) {
        *question.mutable_profile() = request.profile();
        if (!stream->Write(question)) break;
      }
      stream->WritesDone();
    });
    size_t count = 0;
    for (v1::StreamMatchVacanciesResponse answer; stream->Read(&answer);) {
      count += !answer.has_problem();
    }
    writer.join();
    OVERSTAP_RETURN_IF_ERROR(StatusOf(stream->Finish()));
    if (count == requests_.size()) return absl::OkStatus();
    return absl::InternalError("questions of a stream were refused");
  }

  const Options options_;
  const FixedClock clock_{kToday};
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<service::OverstapService> service_;
  std::unique_ptr<Echo> echo_;
  std::unique_ptr<service::Server> echo_server_;
  std::unique_ptr<v1::MatchingService::Stub> service_stub_;
  std::unique_ptr<v1::MatchingService::Stub> echo_stub_;
  std::vector<model::Profile> people_;
  std::vector<v1::MatchVacanciesRequest> requests_;
};

int Main(int argc, char** argv) {
  if (argc < 3 || std::filesystem::exists(argv[1])) {
    std::cerr << "usage: bench_rpc FOLDER TAXONOMY_STORE [VACANCIES] [QUESTIONS]\n"
                 "FOLDER must not be there yet\n";
    return 2;
  }
  Options options;
  options.folder = argv[1];
  options.taxonomy_store = argv[2];
  if (argc > 3) options.vacancies = std::stoul(argv[3]);
  if (argc > 4) options.questions = std::stoul(argv[4]);
  const absl::Status status = RpcBench(options).Run();
  if (status.ok()) return 0;
  std::cerr << status << "\n";
  return 1;
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) { return overstap::bench::Main(argc, argv); }
