import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { routes } from '../../api/questions';
import type { Route, RouteAnswer } from '../../api/types';
import { inOrder } from '../../model/advice';
import { filterOf, hasNearerWork, isAllFar, NOTHING_CHOSEN, shownRoutes } from '../../model/choices';
import { isKnown } from '../../model/person';
import { PATHS } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { EmptyState } from '../../ui/EmptyState';
import { CheckField } from '../../ui/fields';
import { Notice } from '../../ui/Notice';
import { Title } from '../../ui/Title';
import { Compare } from './Compare';
import { Filters } from './Filters';
import { Rejected } from './Rejected';
import { RouteCard } from './RouteCard';
import { WhyNot } from './WhyNot';

function AdviserSwitch() {
  const { text } = useText();
  const { advising, setAdvising } = useLoket();
  return (
    <div className="adviser-switch">
      <CheckField label={text.choices.adviser.toggle} checked={advising} onChange={setAdvising} />
      {advising && <Paragraph className="hint">{text.choices.adviser.hint}</Paragraph>}
    </div>
  );
}

const SHOWN_FIRST = 5;

function Cards({ routes: shown }: { routes: Route[] }) {
  const { text } = useText();
  const [all, setAll] = useState(false);
  const uris = shown.map((route) => route.destination.uri);
  const hidden = shown.length - SHOWN_FIRST;
  return (
    <>
      <ol className="cards">
        {(all ? shown : shown.slice(0, SHOWN_FIRST)).map((route, index) => (
          <RouteCard key={route.destination.uri} route={route} place={index + 1} shown={uris} />
        ))}
      </ol>
      {hidden > 0 && !all && (
        <div className="cards-more">
          <Button purpose="secondary" onClick={() => setAll(true)}>
            {text.who.skills.more(hidden)}
          </Button>
        </div>
      )}
    </>
  );
}

function List({ answer }: { answer: RouteAnswer }) {
  const { text } = useText();
  const { advice, filter: chosen, person, setFilter } = useLoket();
  const filter = filterOf(chosen, person.priority);
  const ordered = inOrder(answer.routes, (route) => route.destination.uri, advice.order);
  const isRejected = (uri: string) => advice.rejected[uri] !== undefined;
  const kept = ordered.filter((route) => !isRejected(route.destination.uri));
  const shown = shownRoutes(kept, filter);
  if (answer.routes.length === 0) {
    return (
      <Notice type="info">
        <Paragraph>{text.choices.none}</Paragraph>
      </Notice>
    );
  }
  return (
    <>
      <div className="toolbar">
        <Filters filter={filter} shown={shown.length} all={kept.length} onChange={setFilter} />
        <AdviserSwitch />
      </div>
      {shown.length === 0 && (
        <Notice type="info">
          <Paragraph>{text.choices.noneLeft}</Paragraph>
          <Button purpose="secondary" onClick={() => setFilter(NOTHING_CHOSEN)}>
            {text.choices.resetFilters}
          </Button>
        </Notice>
      )}
      {filter.sort === 'fit' && !answer.none_near && hasNearerWork(shown) && (
        <Notice type="info">
          <Paragraph>{text.choices.farFirst}</Paragraph>
          <Button purpose="secondary" onClick={() => setFilter({ ...filter, sort: 'weeks' })}>
            {text.choices.shortestFirst}
          </Button>
        </Notice>
      )}
      {(answer.none_near || isAllFar(kept)) && (
        <Notice type="info">
          <Paragraph>
            {kept.some((route) => route.entrance !== null) ? text.choices.farButJobs : text.choices.allFar}
          </Paragraph>
        </Notice>
      )}
      <Compare
        routes={ordered.filter((route) => advice.chosen.some(({ uri }) => uri === route.destination.uri))}
      />
      <Cards routes={shown} />
      <Rejected routes={ordered.filter((route) => isRejected(route.destination.uri))} />
    </>
  );
}

export function ChoicesView() {
  const { text } = useText();
  const { person } = useLoket();
  const asker = useAsker();
  const known = isKnown(person);
  const answer = useAnswer(known ? `routes ${JSON.stringify(asker)}` : null, (signal) =>
    routes(asker, signal),
  );
  if (!known) return <EmptyState {...text.common.needPerson} to={PATHS.who} />;
  return (
    <>
      <Title
        title={text.choices.title}
        lead={answer.data ? text.choices.lead(answer.data.routes.length) : undefined}
      />
      <AnswerState answer={answer}>{(data) => <List answer={data} />}</AnswerState>
      <WhyNot />
    </>
  );
}
