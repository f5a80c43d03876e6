import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { regions } from '../../api/questions';
import { inOrder } from '../../model/advice';
import { day } from '../../model/format';
import { isKnown } from '../../model/person';
import { YEARS_ASSUMED } from '../../model/profile';
import { PATHS } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useText } from '../../text';
import { EmptyState } from '../../ui/EmptyState';
import { Title } from '../../ui/Title';
import { AdviceRoute } from './AdviceRoute';

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function You() {
  const { text } = useText();
  const { person } = useLoket();
  const names = useAnswer('regions', regions);
  const words = text.advice;
  const region = names.data?.find(({ code }) => code === person.region)?.name;
  const works = person.works.map(({ label, years }) => {
    const said = years === null ? words.yearsAssumed(YEARS_ASSUMED) : text.common.years(years);
    return `${label} (${said})`;
  });
  const skills = person.skills.filter((skill) => skill.answer === 'yes');
  const cannot = person.skills.filter((skill) => skill.answer === 'no');
  const rows = [
    [words.work, works.join(', ')],
    [
      words.confirmed,
      skills
        .map((skill) => `${skill.label} (${text.common.evidence[skill.evidence].toLowerCase()})`)
        .join(', '),
    ],
    [words.cannot, cannot.map(({ label }) => label).join(', ')],
    [words.region, region ? `${region}, ${words.travel(person.radiusKm)}` : ''],
    [words.wish, text.who.matters[person.priority]],
  ].filter(([, value]) => value !== '');
  return (
    <section aria-labelledby="over-u">
      <Heading level={2} id="over-u">
        {words.you}
      </Heading>
      <dl className="you">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the adviser changed is on the paper, so that nobody takes it for the system's own list. */
function ByAdviser() {
  const { text } = useText();
  const { advice } = useLoket();
  const rejected = Object.keys(advice.rejected).length;
  if (rejected === 0 && advice.order.length === 0 && Object.keys(advice.notes).length === 0) return null;
  return (
    <section className="by-adviser">
      <Paragraph>
        <strong>{text.advice.byAdviser}</strong> {advice.order.length > 0 && text.advice.reordered}
      </Paragraph>
      {rejected > 0 && (
        <>
          <Paragraph>{text.advice.rejected}:</Paragraph>
          <ul>
            {Object.entries(advice.rejected).map(([uri, { label, reason }]) => (
              <li key={uri}>
                {label}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function AdviceView() {
  const { text, language } = useText();
  const { person, advice } = useLoket();
  if (!isKnown(person)) return <EmptyState {...text.common.needPerson} to={PATHS.who} />;
  if (advice.chosen.length === 0)
    return (
      <EmptyState
        title={text.advice.title}
        lead={text.advice.empty}
        action={text.how.pick.action}
        to={PATHS.choices}
      />
    );
  return (
    <div className="advice">
      <Title title={text.advice.title} lead={text.advice.lead} />
      <div className="buttons no-print">
        <Button purpose="primary" onClick={() => window.print()}>
          {text.advice.print}
        </Button>
      </div>
      <article className="sheet">
        <p className="sheet__date">{text.advice.date(day(language, today()))}</p>
        <You />
        <ByAdviser />
        {inOrder(advice.chosen, ({ uri }) => uri, advice.order).map((destination) => (
          <AdviceRoute key={destination.uri} destination={destination} />
        ))}
        <p className="sheet__decision">{text.advice.decision}</p>
      </article>
    </div>
  );
}
