import { DataBadge } from '@nl-design-system-candidate/data-badge-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { plan as askPlan } from '../../api/questions';
import type { Gate, PlanAnswer } from '../../api/types';
import { day, euros, wholeWeeks } from '../../model/format';
import { isKnown } from '../../model/person';
import { some } from '../../model/names';
import { isReady, knownPlan, leftAfter } from '../../model/training';
import { MOST_CHOSEN, toggleChosen } from '../../model/advice';
import { destinationAt, PATHS, useAddress } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { EmptyState } from '../../ui/EmptyState';
import { Go } from '../../ui/Go';
import { Title } from '../../ui/Title';
import { classLine } from '../choices/facts';
import { Bridge } from './Bridge';
import { entranceLine } from './entrance';
import { ChangeSection } from './Change';
import { Journey, Paths } from './Journey';
import { payOf } from './pay';
import { Why } from './Why';

function Summary({ answer }: { answer: PlanAnswer }) {
  const { text, language } = useText();
  const { person } = useLoket();
  const plan = knownPlan(answer.plan);
  const left = leftAfter(answer);
  const pay = payOf(answer, text, language);
  const gates = left.gates.map(({ name }) => name);
  const names = [...gates, ...(left.skills.length > 0 ? [some(left.skills, text.how.paths.others)] : [])];
  return (
    <div className="summary">
      <DataBadge className={`class class--${answer.class ?? 'unknown'}`}>{classLine(answer, text)}</DataBadge>
      {answer.entrance !== null && <p className="note">{entranceLine(answer.entrance, text, language)}</p>}
      {answer.plan?.found && !plan && <p className="summary__text">{text.how.trainingUnknown}</p>}
      {plan && (
        <p className="summary__text">
          {text.how.summary(
            text.common.weeks(wholeWeeks(plan.weeks)),
            euros(language, plan.cost_eur),
            plan.finish === null ? text.common.unknown : day(language, plan.finish),
          )}
        </p>
      )}
      {pay !== null && <p className="summary__text">{text.how.pays(pay)}</p>}
      {plan && plan.courses.length > 0 && !isReady(left) && (
        <p className="note">{text.how.leftAfter(names.join('; '))}</p>
      )}
      {plan?.optimal && plan.courses.length > 0 && (
        <p className="hint">{text.how.optimal[person.priority]}</p>
      )}
    </div>
  );
}

function Gates({ gates }: { gates: Gate[] }) {
  const { text } = useText();
  if (gates.length === 0) return null;
  const words = text.how.gates;
  const stateOf = (state: string) => (state === 'open' || state === 'closed' ? words[state] : words.unknown);
  return (
    <section aria-labelledby="verplicht">
      <Heading level={2} id="verplicht">
        {words.title}
      </Heading>
      <ul className="gates">
        {gates.map((gate) => (
          <li key={gate.id} className={`gate gate--${gate.state}`}>
            <strong>{gate.name}</strong> ({stateOf(gate.state)})
            {gate.state !== 'open' && gate.opens_with && <p>{gate.opens_with}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Next({ answer }: { answer: PlanAnswer }) {
  const { text } = useText();
  const { advice, setAdvice } = useLoket();
  const { uri } = answer.destination;
  const choose = () => {
    if (advice.chosen.some((chosen) => chosen.uri === uri)) return;
    setAdvice((now) => {
      const room = now.chosen.length < MOST_CHOSEN ? now : { ...now, chosen: now.chosen.slice(1) };
      return toggleChosen(room, answer.destination);
    });
  };
  return (
    <div className="submit" onClickCapture={choose}>
      <Go to={PATHS.advice} as="primary">
        {text.how.next}
      </Go>
    </div>
  );
}

export function HowView() {
  const { text } = useText();
  const { person } = useLoket();
  const asker = useAsker();
  const uri = destinationAt(useAddress());
  const known = isKnown(person);
  const key = known && uri ? `plan ${uri} ${JSON.stringify(asker)}` : null;
  const answer = useAnswer(key, (signal) => askPlan(asker, uri ?? '', signal));
  if (!known) return <EmptyState {...text.common.needPerson} to={PATHS.who} />;
  if (!uri) return <EmptyState {...text.how.pick} to={PATHS.choices} />;
  const title = answer.data ? text.how.titleTo(answer.data.destination.label) : text.how.title;
  return (
    <>
      <Title title={title} />
      <AnswerState answer={answer}>
        {(data) => (
          <>
            <Summary answer={data} />
            <div className="how">
              <div className="how__main">
                <Bridge towards={data} />
                <Journey answer={data} />
                <Gates gates={data.gates} />
                <Paths answer={data} />
                <Why towards={data} summary={text.how.why} />
                <Next answer={data} />
              </div>
              <ChangeSection plan={data.plan} />
            </div>
          </>
        )}
      </AnswerState>
    </>
  );
}
