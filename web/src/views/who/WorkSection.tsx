import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { ApiProblem } from '../../api/client';
import { occupation } from '../../api/questions';
import type { Suggestion } from '../../api/types';
import { withoutWork, withWork, type PastWork } from '../../model/person';
import { YEARS_ASSUMED } from '../../model/profile';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { ProblemNotice } from '../../ui/AnswerState';
import { Combobox } from '../../ui/Combobox';
import { NumberField } from '../../ui/fields';
import { workOf } from './workOf';

const MOST_YEARS = 60;
const FIRST_YEAR = 1950;

function WorkLine({ work }: { work: PastWork }) {
  const { text } = useText();
  const { setPerson } = useLoket();
  const change = (part: Partial<PastWork>) =>
    setPerson((person) => ({
      ...person,
      works: person.works.map((known) => (known.uri === work.uri ? { ...known, ...part } : known)),
    }));
  return (
    <li className="work">
      <strong className="work__name">{work.label}</strong>
      <NumberField
        label={text.who.work.yearsShort}
        value={work.years}
        least={0}
        most={MOST_YEARS}
        onChange={(years) => change({ years })}
      />
      <UntilField work={work} onChange={(until) => change({ until })} />
      <Button
        purpose="subtle"
        aria-label={text.common.remove(work.label)}
        onClick={() => setPerson((person) => withoutWork(person, work.uri))}
      >
        ✕
      </Button>
    </li>
  );
}

function UntilField({ work, onChange }: { work: PastWork; onChange: (until: number | null) => void }) {
  const { text } = useText();
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - FIRST_YEAR }, (_, index) => thisYear - index);
  const id = `tot-${work.uri}`;
  return (
    <div className="utrecht-form-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {text.who.work.untilShort}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={work.until ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{text.who.work.untilNow}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </div>
  );
}

export function WorkSection() {
  const { text, language } = useText();
  const { person, setPerson } = useLoket();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const add = async (choice: Suggestion) => {
    try {
      const work = workOf(await occupation(choice.uri, language));
      setPerson((now) => withWork(now, work));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, ''));
    }
  };
  return (
    <fieldset className="section">
      <legend>{text.who.work.legend}</legend>
      <Combobox
        kind="occupation"
        label={text.who.work.label}
        hint={text.who.work.hint}
        onChoose={(choice) => void add(choice)}
      />
      {problem && <ProblemNotice problem={problem} />}
      {person.works.length > 0 && (
        <ul className="works" aria-label={text.who.work.legend}>
          {person.works.map((work) => (
            <WorkLine key={work.uri} work={work} />
          ))}
        </ul>
      )}
      {person.works.some(({ years }) => years === null) && (
        <p className="hint">{text.who.work.yearsHint(YEARS_ASSUMED)}</p>
      )}
    </fieldset>
  );
}
