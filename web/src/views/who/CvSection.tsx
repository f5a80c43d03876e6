import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { ApiProblem } from '../../api/client';
import { extract, occupation } from '../../api/questions';
import type { Extraction, Named } from '../../api/types';
import { withSkill, withWork } from '../../model/person';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { ProblemNotice } from '../../ui/AnswerState';
import { Field } from '../../ui/fields';
import { workOf } from './workOf';

const MOST_CHARACTERS = 20_000;

interface FoundProps {
  found: Extraction;
  onProblem: (problem: ApiProblem | null) => void;
}

function Found({ found, onProblem }: FoundProps) {
  const { text, language } = useText();
  const { person, setPerson } = useLoket();
  const known = new Set([
    ...person.works.map((work) => work.uri),
    ...person.skills.filter((skill) => skill.answer === 'yes').map((skill) => skill.uri),
  ]);
  const addWork = async ({ uri }: Named) => {
    try {
      const work = workOf(await occupation(uri, language));
      setPerson((now) => withWork(now, work));
    } catch (error) {
      onProblem(error instanceof ApiProblem ? error : new ApiProblem(0, ''));
    }
  };
  const addSkill = ({ uri, label }: Named) =>
    setPerson((now) => withSkill(now, { uri, label, answer: 'yes', evidence: 'claimed' }));
  const line = (item: Named, add: (item: Named) => void) => (
    <li key={item.uri}>
      <Button
        purpose="secondary"
        disabled={known.has(item.uri)}
        aria-label={known.has(item.uri) ? undefined : text.who.cv.add(item.label)}
        onClick={() => !known.has(item.uri) && add(item)}
      >
        {known.has(item.uri) ? `${item.label} (${text.who.cv.added})` : `+ ${item.label}`}
      </Button>
    </li>
  );
  return (
    <>
      <p role="status">{text.who.cv.found(found.occupations.length + found.skills.length)}</p>
      <ul className="found">
        {found.occupations.map((item) => line(item, (work) => void addWork(work)))}
        {found.skills.map((item) => line(item, addSkill))}
      </ul>
    </>
  );
}

export function CvSection() {
  const { text, language } = useText();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Extraction | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const read = async () => {
    try {
      setFound(await extract(typed, language));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, ''));
    }
  };
  return (
    <details className="more">
      <summary>{text.who.cv.summary}</summary>
      <Field label={text.who.cv.label} hint={text.who.cv.hint}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            rows={6}
            maxLength={MOST_CHARACTERS}
            className="utrecht-textarea utrecht-textarea--html-textarea"
            aria-describedby={describedBy}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button
        purpose="secondary"
        disabled={typed.trim() === ''}
        onClick={() => typed.trim() !== '' && void read()}
      >
        {text.who.cv.action}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
      {found && <Found found={found} onProblem={setProblem} />}
    </details>
  );
}
