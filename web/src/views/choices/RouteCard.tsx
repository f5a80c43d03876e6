import { DataBadge } from '@nl-design-system-candidate/data-badge-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { Route } from '../../api/types';
import { MOST_CHOSEN, toggleChosen } from '../../model/advice';
import { planksIn, planksOf } from '../../model/bridge';
import { some, viaOf } from '../../model/names';
import { addressTo } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { Facts } from '../../ui/Facts';
import { Go } from '../../ui/Go';
import { CheckField } from '../../ui/fields';
import { Pips } from '../../ui/Pips';
import { entranceLine } from '../how/entrance';
import { AdviserTools } from './AdviserTools';
import { classLine, factsOf } from './facts';

interface RouteCardProps {
  route: Route;
  place: number;
  /** URIs as shown, for moving up and down. */
  shown: string[];
}

/** What of the work the person can do already, the heaviest first: the reason that it is on the list. */
function Brought({ route }: { route: Route }) {
  const { text } = useText();
  const planks = planksOf(route);
  const words = text.choices.brought;
  const can = planksIn(planks, 'have');
  const near = planksIn(planks, 'transfers');
  const listed = can.length > 0 ? can : near;
  if (planks.length === 0) return null;
  if (listed.length === 0) return <p className="brought">{words.nothing}</p>;
  return (
    <p className="brought">
      <strong>{can.length > 0 ? words.can : words.partly}:</strong> {some(listed, words.others)}
    </p>
  );
}

function Remarks({ route }: { route: Route }) {
  const { text, language } = useText();
  const needs = route.gates.filter((gate) => gate.state === 'closed');
  const open = route.plan?.uncovered.length ?? 0;
  const { far, farEstimated } = text.choices;
  const remarks = [
    ...(route.entrance === null ? [] : [entranceLine(route.entrance, text, language)]),
    ...(route.class === 'far' ? [route.class_estimated ? farEstimated : far] : []),
    ...(route.plan && !route.plan.found ? [text.how.noPlan] : []),
    ...(open > 0 ? [text.choices.noCourse(open)] : []),
    ...(needs.length > 0 ? [text.choices.needs(needs.map((gate) => gate.name).join('; '))] : []),
    ...route.paths.slice(0, 1).map((path) => text.advice.way(viaOf(path))),
  ];
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}

export function RouteCard({ route, place, shown }: RouteCardProps) {
  const { text, language } = useText();
  const { advice, advising, setAdvice } = useLoket();
  const { uri, label } = route.destination;
  const note = advice.notes[uri];
  const isChosen = advice.chosen.some((chosen) => chosen.uri === uri);
  const isFull = !isChosen && advice.chosen.length === MOST_CHOSEN;
  return (
    <li className={place === 1 ? 'card card--first' : 'card'}>
      <div className="card__body">
        <div className="card__head">
          <DataBadge className={`class class--${route.class ?? 'unknown'}`}>
            {classLine(route, text)}
          </DataBadge>
          <Heading level={2} appearance="level-3">
            {label}
          </Heading>
          <Pips met={route.met} required={route.required} />
        </div>
        <Facts facts={factsOf(route, text, language)} />
      </div>
      <Brought route={route} />
      <Remarks route={route} />
      {note && (
        <p className="note">
          <strong>{text.choices.adviser.note}:</strong> {note}
        </p>
      )}
      <div className="card__foot">
        <Go
          to={addressTo(uri)}
          as={place === 1 ? 'primary' : 'secondary'}
          label={text.choices.showFor(label)}
        >
          {text.choices.show}
        </Go>
        <CheckField
          label={isFull ? text.choices.compareFull(MOST_CHOSEN) : text.choices.compare}
          ariaLabel={
            isFull ? text.choices.compareFullFor(label, MOST_CHOSEN) : text.choices.compareFor(label)
          }
          checked={isChosen}
          disabled={isFull}
          onChange={() => setAdvice((now) => toggleChosen(now, route.destination))}
        />
      </div>
      {advising && <AdviserTools destination={route.destination} shown={shown} />}
    </li>
  );
}
