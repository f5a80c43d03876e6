import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useEffect, useRef, useState } from 'react';
import { reasons } from '../../api/questions';
import type { Named, ReasonAnswer } from '../../api/types';
import { firm, type Language } from '../../model/format';
import { addressTo } from '../../state/address';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { Combobox } from '../../ui/Combobox';
import { Go } from '../../ui/Go';

interface Said {
  barriers: string[];
  changes: string[];
}

const CHANGES = ['change', 'other_change', 'no_change'];
const BARRIERS = ['barrier', 'shortcoming'];

/** What is in the way and what helps, in plain Dutch or the English of the API. */
function saidBy(answer: ReasonAnswer, language: Language): Said {
  if (language !== 'nl') {
    return {
      barriers: answer.barriers.map(({ text }) => text),
      changes: answer.changes.map(({ text }) => text),
    };
  }
  const textsOf = (kinds: string[]) =>
    (answer.explanation_nl.children ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
  return { barriers: textsOf(BARRIERS), changes: textsOf(CHANGES) };
}

function Sentences({ title, sentences }: { title: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <Heading level={4}>{title}</Heading>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{firm(sentence)}</li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ answer }: { answer: ReasonAnswer }) {
  const { text, language } = useText();
  const { barriers, changes } = saidBy(answer, language);
  const place = useRef<HTMLDivElement>(null);
  // The answer is below the field that asked for it: often below the screen.
  useEffect(() => {
    // Not returned: it may be a promise, and what an effect returns is called.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  return (
    <div className="why__answer" ref={place}>
      <Heading level={3}>{answer.destination.label}</Heading>
      <Paragraph>
        <strong>{answer.within_reach ? text.choices.why.within : text.choices.why.notWithin}</strong>{' '}
        {text.choices.known(answer.met, answer.required)}.
      </Paragraph>
      <Sentences title={text.choices.why.barriers} sentences={barriers} />
      <Sentences title={text.choices.why.changes} sentences={changes} />
      <Go to={addressTo(answer.destination.uri)}>{text.choices.why.show}</Go>
    </div>
  );
}

export function WhyNot() {
  const { text } = useText();
  const asker = useAsker();
  const [asked, setAsked] = useState<Named | null>(null);
  const key = asked && `why-not ${asked.uri} ${JSON.stringify(asker)}`;
  const answer = useAnswer(key, (signal) => reasons(asker, asked?.uri ?? '', signal));
  return (
    <section className="why" aria-labelledby="waarom-niet">
      <Heading level={2} id="waarom-niet">
        {text.choices.why.title}
      </Heading>
      <Paragraph>{text.choices.why.lead}</Paragraph>
      <Combobox kind="occupation" label={text.choices.why.label} onChoose={setAsked} />
      <AnswerState answer={answer}>{(data) => <Reasons answer={data} />}</AnswerState>
    </section>
  );
}
