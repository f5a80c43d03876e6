import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/client';
import { place } from '../../api/questions';
import type { PlacementAnswer } from '../../api/types';
import { readCohort, type CohortProblem } from '../../model/cohort';
import type { Profile } from '../../model/profile';
import { useText, type Dictionary } from '../../text';
import { ProblemNotice } from '../../ui/AnswerState';
import { Notice } from '../../ui/Notice';
import { Placement } from './Placement';

const EXAMPLE: Profile[] = [
  {
    id: 'grond',
    count: 300,
    occupations: [
      { uri: 'http://data.europa.eu/esco/occupation/3d974e0c-8ed9-47a7-aec2-ebdb34391c87', years: 9 },
    ],
    skills: [],
    region: 'AM18',
    radius_km: 40,
  },
];

function sentence({ code, line }: CohortProblem, text: Dictionary): string {
  const words = text.region.cohort.problems;
  return code === 'not_json' || code === 'not_a_profile' ? words[code](line) : words[code];
}

type State =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'unreadable'; problem: CohortProblem }
  | { kind: 'failed'; problem: ApiProblem }
  | { kind: 'placed'; answer: PlacementAnswer };

export function Cohort() {
  const { text, language } = useText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const input = useRef<HTMLInputElement>(null);
  const words = text.region.cohort;
  const ask = async (cohort: Profile[]) => {
    setState({ kind: 'busy' });
    try {
      setState({ kind: 'placed', answer: await place(cohort, language) });
    } catch (error) {
      setState({ kind: 'failed', problem: error instanceof ApiProblem ? error : new ApiProblem(0, '') });
    }
  };
  const read = async (file: File) => {
    const outcome = readCohort(await file.text());
    if ('problem' in outcome) setState({ kind: 'unreadable', problem: outcome.problem });
    else await ask(outcome.cohort);
  };
  return (
    <section className="cohort" aria-labelledby="groep">
      <Heading level={2} id="groep">
        {words.title}
      </Heading>
      <Paragraph>{words.lead}</Paragraph>
      <div className="buttons">
        <Button purpose="secondary" onClick={() => input.current?.click()}>
          {words.file}
        </Button>
        <Button purpose="subtle" onClick={() => void ask(EXAMPLE)}>
          {words.example}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,.jsonl,application/json"
        hidden
        aria-label={words.file}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
          event.target.value = '';
        }}
      />
      <div role="status">
        {state.kind === 'busy' && <span className="loading">{text.common.loading}</span>}
      </div>
      {state.kind === 'unreadable' && (
        <Notice type="error" live>
          <Paragraph>{sentence(state.problem, text)}</Paragraph>
        </Notice>
      )}
      {state.kind === 'failed' && <ProblemNotice problem={state.problem} />}
      {state.kind === 'placed' && <Placement answer={state.answer} />}
    </section>
  );
}
