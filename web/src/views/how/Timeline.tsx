import type { ReactNode } from 'react';
import type { PlannedCourse, WorkInBetween } from '../../api/types';
import { vacanciesNear } from '../../model/choices';
import { euros, percent, shortDay, wholeWeeks } from '../../model/format';
import { some } from '../../model/names';
import type { Stop } from '../../model/timeline';
import { useText } from '../../text';
import { costOf, payerOf, schemeNames } from './money';
import { payOf } from './pay';

interface StopProps {
  kind: string;
  when: string | null;
  children: ReactNode;
}

function StopLine({ kind, when, children }: StopProps) {
  return (
    <li className={`stop stop--${kind}`}>
      <span className="stop__when">{when}</span>
      <span className="stop__dot" aria-hidden="true" />
      <div className="stop__what">{children}</div>
    </li>
  );
}

function CourseStop({ course }: { course: PlannedCourse }) {
  const { text, language } = useText();
  const words = text.how.line;
  const payer = payerOf(course.payer, text, language);
  return (
    <StopLine kind="course" when={shortDay(language, course.begins)}>
      <strong>{course.title}</strong>
      <p>
        {course.provider}
        <br />
        {text.common.forms[course.form] ?? course.form}
        {course.paid_work && `, ${words.paidWork}`}
        {course.distance_km !== null &&
          course.distance_km > 0 &&
          `, ${words.distance(Math.round(course.distance_km))}`}
        {course.start_basis !== 'listed' && ` (${words.estimatedStart})`}
      </p>
      <p className="stop__figures">
        <span>{text.common.weeks(wholeWeeks(course.weeks))}</span>
        <span>{words.hours(course.hours)}</span>
        <span>{costOf(course, text, language)}</span>
        {!course.core && <span>{words.canWait}</span>}
      </p>
      {course.closes.length > 0 && (
        <p>
          {words.teaches(some(course.closes, text.how.paths.others), percent(language, course.coverage_gain))}
        </p>
      )}
      {course.opens.length > 0 && <p>{words.opens(course.opens.join('; '))}</p>}
      <p>
        {words.payer}: {payer ?? <span className="unknown">{text.common.unknown}</span>}
        {payer === null && course.schemes.length > 0 && (
          <>
            . {words.mayPay}: {schemeNames(course.schemes)}
          </>
        )}
      </p>
    </StopLine>
  );
}

function StepStop({ hop }: Extract<Stop, { kind: 'step' }>) {
  const { text, language } = useText();
  const words = text.how.paths;
  const isTaught = hop.courses.length > 0;
  return (
    <StopLine kind="course" when={shortDay(language, hop.begins)}>
      <strong>
        {isTaught ? hop.courses.map((course) => course.title).join('; ') : words.noCourse(hop.to.label)}
      </strong>
      {isTaught && <p>{words.towards(hop.to.label)}</p>}
      {hop.uncovered.length > 0 && <p>{words.untaught(some(hop.uncovered, words.others))}</p>}
      <p className="stop__figures">
        {isTaught && <span>{text.common.weeks(wholeWeeks(hop.weeks))}</span>}
        {isTaught && <span>{euros(language, hop.cost_eur)}</span>}
        <span>{text.choices.known(hop.met, hop.required)}</span>
      </p>
    </StopLine>
  );
}

function WorkStop({ work }: { work: WorkInBetween }) {
  const { text, language } = useText();
  const words = text.how.paths;
  const near = vacanciesNear(work);
  const pay = payOf(work, text, language);
  return (
    <StopLine kind="work" when={shortDay(language, work.begins)}>
      <strong>{words.toWork(work.occupation.label)}</strong>
      {work.skills.length > 0 && <p>{words.brings(some(work.skills, words.others))}</p>}
      <p className="stop__figures">
        <span>{words.work(text.common.weeks(Math.round(work.weeks)))}</span>
        <span>
          {text.choices.vacancies}: {near ?? <span className="unknown">{text.common.unknown}</span>}
        </span>
        <span>
          {words.pay}: {pay ?? <span className="unknown">{text.common.unknown}</span>}
        </span>
      </p>
    </StopLine>
  );
}

function AnyStop({ stop, destination }: { stop: Stop; destination: string }) {
  const { text, language } = useText();
  switch (stop.kind) {
    case 'start':
      return (
        <StopLine kind="start" when={shortDay(language, stop.date)}>
          <strong>{text.how.line.start}</strong>
        </StopLine>
      );
    case 'wait':
      return (
        <StopLine kind="wait" when={null}>
          <p>{text.how.line.wait(text.common.weeks(wholeWeeks(stop.weeks)))}</p>
        </StopLine>
      );
    case 'course':
      return <CourseStop course={stop.course} />;
    case 'step':
      return <StepStop {...stop} />;
    case 'work':
      return <WorkStop {...stop} />;
    case 'arrival':
      return (
        <StopLine
          kind="arrival"
          when={stop.date === null ? text.common.unknown : shortDay(language, stop.date)}
        >
          <strong>{stop.ready ? text.how.line.arrive(destination) : text.how.line.learnt}</strong>
          {!stop.ready && <p>{text.how.line.left(destination)}</p>}
        </StopLine>
      );
  }
}

/** A line with stops, the way a journey planner shows one. */
export function Timeline({
  stops,
  destination,
  label,
}: {
  stops: Stop[];
  destination: string;
  label: string;
}) {
  return (
    <ol className="line" aria-label={label}>
      {stops.map((stop, index) => (
        <AnyStop key={index} stop={stop} destination={destination} />
      ))}
    </ol>
  );
}
