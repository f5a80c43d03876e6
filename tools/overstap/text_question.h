// A command that asks which occupations or skills a text may mean: one text, or each line of a
// file.
#pragma once

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "engine/advice/lookup.h"
#include "tools/overstap/batch.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/print.h"
#include "tools/overstap/session.h"

namespace overstap::cli {

template <class Params>
struct TextQuestion {
  Params params;
  std::string batch;     // file; empty: one text
  std::string language;  // empty: as the other options say
};

// `Command` has the type Params, with text, limit and kind; Ask(context, params), which gives a
// StatusOr of an answer; and ToJson and ToText of that answer.
template <class Command>
absl::Status AskEachLine(const Session& session,
                         const TextQuestion<typename Command::Params>& question) {
  // The first question makes the index, which is no time of a question of the file.
  typename Command::Params first = question.params;
  first.text = "a";
  OVERSTAP_RETURN_IF_ERROR(Command::Ask(session.context(), first).status());
  Latencies latencies;
  OVERSTAP_RETURN_IF_ERROR(
      AnswerLines(question.batch, [&](std::string_view line) -> absl::StatusOr<std::string> {
        typename Command::Params params = question.params;
        params.text = std::string(line.substr(0, line.find('\t')));
        OVERSTAP_ASSIGN_OR_RETURN(const auto answer, latencies.Time([&] {
          return Command::Ask(session.context(), params);
        }));
        return service::Dump(Command::ToJson(answer));
      }));
  std::cerr << latencies.Summary() << "\n";
  return absl::OkStatus();
}

template <class Command>
absl::Status AskText(Globals globals, const TextQuestion<typename Command::Params>& question) {
  if (!question.language.empty()) {
    globals.languages.insert(globals.languages.begin(), question.language);
  }
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (!question.batch.empty()) return AskEachLine<Command>(session, question);
  OVERSTAP_ASSIGN_OR_RETURN(const auto answer, Command::Ask(session.context(), question.params));
  Print(
      globals, [&] { return Command::ToJson(answer); }, [&] { return Command::ToText(answer); });
  return absl::OkStatus();
}

// Adds "occupation" and "skill" below `command`; `add_more(side, params)` adds what one of the
// commands has besides. Gives nothing back: the options live as long as the action.
template <class Command, class AddMore>
void AddTextQuestion(CLI::App* command, const Globals* globals, Action* action,
                     const std::string& language_help, const AddMore& add_more) {
  command->fallthrough();
  command->require_subcommand(1);
  const auto question = std::make_shared<TextQuestion<typename Command::Params>>();
  for (const auto kind : {advice::LookupKind::kOccupation, advice::LookupKind::kSkill}) {
    const bool occupation = kind == advice::LookupKind::kOccupation;
    CLI::App* side = command->add_subcommand(occupation ? "occupation" : "skill",
                                             occupation ? "a job title" : "a skill");
    side->fallthrough();
    CLI::Option* text = side->add_option("text", question->params.text, "what was typed");
    CLI::Option* batch = side->add_option("--batch", question->batch,
                                          "file; the first tab-separated column is the text");
    text->excludes(batch);
    side->add_option("--limit", question->params.limit, "how many results")->capture_default_str();
    side->add_option("--language", question->language, language_help);
    add_more(side, &question->params);
    side->callback([=] {
      if (question->batch.empty() && text->count() == 0) {
        throw CLI::RequiredError("a text, or --batch FILE");
      }
      question->params.kind = kind;
      *action = [=] { return AskText<Command>(*globals, *question); };
    });
  }
}

}  // namespace overstap::cli
