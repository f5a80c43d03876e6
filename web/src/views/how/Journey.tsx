import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import type { PlanAnswer } from '../../api/types';
import { euros, wholeWeeks } from '../../model/format';
import { viaOf } from '../../model/names';
import { stopsOf, stopsOfPath, stripOfPath, stripOfPlan } from '../../model/timeline';
import { isReady, isTrainingUnknown, leftAfter } from '../../model/training';
import { useText, type Dictionary } from '../../text';
import { Notice } from '../../ui/Notice';
import { coreLine } from './core';
import { dipOf } from './pay';
import { PlanTable } from './PlanTable';
import { Strip } from './Strip';
import { Timeline } from './Timeline';

/** What it means that the plan has no courses: nothing to learn, something else to get, or not known. */
function withoutCourses({ plan, gates }: PlanAnswer, text: Dictionary): string {
  if (plan && isTrainingUnknown(plan)) return text.how.trainingUnknown;
  return gates.some((gate) => gate.state !== 'open') ? text.how.readyButGates : text.how.ready;
}

export function Journey({ answer }: { answer: PlanAnswer }) {
  const { text, language } = useText();
  const { plan, destination } = answer;
  if (!plan?.found) {
    return (
      <Notice type="warning">
        <Paragraph>{text.how.noPlan}</Paragraph>
      </Notice>
    );
  }
  const core = coreLine(plan, text, language);
  return (
    <section aria-labelledby="reis">
      <Heading level={2} id="reis">
        {text.how.line.title}
      </Heading>
      {plan.courses.length === 0 && <Paragraph>{withoutCourses(answer, text)}</Paragraph>}
      {core !== null && <Paragraph>{core}</Paragraph>}
      <Strip strip={stripOfPlan(plan)} />
      <Timeline
        stops={stopsOf(plan, isReady(leftAfter(answer)))}
        destination={destination.label}
        label={text.how.line.title}
      />
      {plan.courses.length > 0 && (
        <details className="more more--quiet">
          <summary>{text.common.asTable}</summary>
          <PlanTable plan={plan} file="overstap-plan" />
        </details>
      )}
    </section>
  );
}

/** Ways over other work; shut until asked for where the direct way can be taken: it is the first advice. */
export function Paths({ answer }: { answer: PlanAnswer }) {
  const { text, language } = useText();
  if (answer.paths.length === 0) return null;
  const gatesAreLeft = answer.gates.some((gate) => gate.state === 'closed');
  return (
    <section aria-labelledby="ander-werk">
      <Heading level={2} id="ander-werk">
        {text.how.paths.title}
      </Heading>
      <Paragraph>{text.how.paths.lead}</Paragraph>
      {answer.paths.map((path) => (
        <details key={viaOf(path)} className="more" open={!answer.direct_possible}>
          <summary>
            {text.how.paths.option(viaOf(path))}{' '}
            <span className="hint">
              {text.common.weeks(wholeWeeks(path.weeks))}, {euros(language, path.cost_eur)},{' '}
              {dipOf(path.income_dip_eur, text, language)}
            </span>
          </summary>
          <Strip strip={stripOfPath(path)} />
          <Timeline
            stops={stopsOfPath(path, gatesAreLeft)}
            destination={answer.destination.label}
            label={text.how.paths.option(viaOf(path))}
          />
        </details>
      ))}
    </section>
  );
}
