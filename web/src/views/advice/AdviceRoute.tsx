import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { plan as askPlan } from '../../api/questions';
import type { Named, Plan, PlanAnswer } from '../../api/types';
import { day, euros, firm, shortDay, wholeWeeks, type Language } from '../../model/format';
import { shareFile } from '../../model/shareFile';
import { viaOf } from '../../model/names';
import { isTrainingUnknown, stillToLearn } from '../../model/training';
import { useLoket } from '../../state/loket';
import { saveFile } from '../../state/save';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText, type Dictionary } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { classLine } from '../choices/facts';
import { coreLine } from '../how/core';
import { payOf } from '../how/pay';
import { PlanTable } from '../how/PlanTable';
import { WayTable } from './WayTable';

function share(answer: PlanAnswer, text: Dictionary, language: Language): void {
  const { begins, title, weeks, cost } = text.how.line.columns;
  const content = shareFile(answer, {
    language,
    title: text.advice.fileTitle(answer.destination.label),
    decision: text.advice.decision,
    learn: text.advice.learn,
    open: text.advice.open,
    schemes: text.advice.schemes,
    versions: text.common.versions,
    columns: [begins, title, weeks, cost],
    costOf: (amount) => euros(language, amount),
    dayOf: (date) => shortDay(language, date),
  });
  saveFile('overstap-weg.html', content, 'text/html');
}

function planLine(plan: Plan | null, text: Dictionary, language: Language): string {
  if (!plan?.found) return text.how.noPlan;
  if (isTrainingUnknown(plan)) return text.how.trainingUnknown;
  return text.how.summary(
    text.common.weeks(wholeWeeks(plan.weeks)),
    euros(language, plan.cost_eur),
    plan.finish === null ? text.common.unknown : day(language, plan.finish),
  );
}

function Body({ answer }: { answer: PlanAnswer }) {
  const { text, language } = useText();
  const { plan } = answer;
  const words = text.advice;
  const pay = payOf(answer, text, language);
  const core = plan?.found ? coreLine(plan, text, language) : null;
  const { taught, open } = stillToLearn(answer);
  const schemes = plan?.schemes.map((scheme) => scheme.name) ?? [];
  return (
    <>
      <Paragraph>
        <strong>{classLine(answer, text)}.</strong> {text.choices.known(answer.met, answer.required)}.{' '}
        {planLine(plan, text, language)}
        {pay !== null && ` ${text.how.pays(pay)}`}
      </Paragraph>
      {core !== null && <Paragraph>{core}</Paragraph>}
      {plan?.found && plan.courses.length > 0 && <PlanTable plan={plan} />}
      <Line label={words.learn} items={taught.map(({ label }) => label)} />
      <Line label={words.open} items={open.map(({ label }) => label)} />
      <Line
        label={text.how.gates.title}
        items={answer.gates.filter((gate) => gate.state !== 'open').map((gate) => gate.name)}
      />
      <Line label={words.schemes} items={schemes} />
      {answer.paths.slice(0, MOST_WAYS).map((path) => (
        <WayTable key={viaOf(path)} path={path} />
      ))}
      <WhyLines answer={answer} />
      <p className="sheet__versions">
        {text.common.versions}: {answer.versions.taxonomy}, {answer.versions.data},{' '}
        {answer.versions.parameters}
      </p>
      <div className="buttons no-print">
        <Button purpose="secondary" onClick={() => share(answer, text, language)}>
          {words.share}
        </Button>
        <span className="hint">{words.shareHint}</span>
      </div>
    </>
  );
}

/** Ways over other work on the paper; more are on the page. */
const MOST_WAYS = 2;

function Line({ label, items }: { label: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <p className="sheet__line">
      <strong>{label}:</strong> {items.join('; ')}
    </p>
  );
}

/** Kinds of the explanation that the paper does not already say in its table and lines. */
const TOLD = ['matched_skills', 'partly_skills', 'cannot_skills', 'level_gate', 'class'];

function WhyLines({ answer }: { answer: PlanAnswer }) {
  const { text, language } = useText();
  if (language !== 'nl') return null;
  const lines = (answer.explanation_nl.children ?? []).filter((node) => TOLD.includes(node.kind));
  const sentences = [answer.explanation_nl.text, ...lines.map((node) => node.text)];
  return <Line label={text.advice.why} items={[firm(sentences.join(' '))]} />;
}

export function AdviceRoute({ destination }: { destination: Named }) {
  const { text } = useText();
  const { advice } = useLoket();
  const asker = useAsker();
  const key = `plan ${destination.uri} ${JSON.stringify(asker)}`;
  const answer = useAnswer(key, (signal) => askPlan(asker, destination.uri, signal));
  const note = advice.notes[destination.uri];
  const id = `advies-${encodeURIComponent(destination.uri)}`;
  return (
    <section className="sheet__route" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {text.advice.fileTitle(destination.label)}
      </Heading>
      {note && (
        <p className="note">
          <strong>{text.advice.note}:</strong> {note}
        </p>
      )}
      <AnswerState answer={answer}>{(data) => <Body answer={data} />}</AnswerState>
    </section>
  );
}
