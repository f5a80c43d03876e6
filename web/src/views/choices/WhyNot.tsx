import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { reasons } from '../../api/questions';
import type { Explanation, Named, ReasonAnswer } from '../../api/types';
import { addressTo } from '../../state/address';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { Combobox } from '../../ui/Combobox';
import { Go } from '../../ui/Go';

/** The versions and the reminder that it is advice stand elsewhere on the page. */
const SAID_ELSEWHERE = ['versions', 'advice'];

function sentences(explanation: Explanation): string[] {
  const children = (explanation.children ?? []).filter((child) => !SAID_ELSEWHERE.includes(child.kind));
  return [explanation.text, ...children.map((child) => child.text)];
}

function Reasons({ answer }: { answer: ReasonAnswer }) {
  const { text, language } = useText();
  const said =
    language === 'nl'
      ? sentences(answer.explanation_nl)
      : [...answer.barriers, ...answer.changes].map((reason) => reason.text);
  return (
    <div className="why__answer">
      <Heading level={3}>{answer.destination.label}</Heading>
      <Paragraph>
        <strong>{answer.within_reach ? text.choices.why.within : text.choices.why.notWithin}</strong>{' '}
        {text.choices.known(answer.met, answer.required)}.
      </Paragraph>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
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
