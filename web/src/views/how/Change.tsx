import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useRef } from 'react';
import type { Plan } from '../../api/types';
import { euros } from '../../model/format';
import { PRIORITIES } from '../../model/person';
import { wishesOf } from '../../model/profile';
import { differenceOf } from '../../model/timeline';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { NumberField, SelectField } from '../../ui/fields';

/** What a choice did to the way since this view opened; nothing is said before anything is chosen. */
function Difference({ plan }: { plan: Plan | null }) {
  const { text, language } = useText();
  const { person } = useLoket();
  const wishes = JSON.stringify(wishesOf(person));
  const first = useRef<{ plan: Plan; wishes: string } | null>(null);
  if (!plan?.found) return null;
  first.current ??= { plan, wishes };
  if (first.current.wishes === wishes) return null;
  const words = text.how.change;
  const { weeks, euros: amount, finishWeeks } = differenceOf(first.current.plan, plan);
  const effects = [
    ...(weeks === 0 ? [] : [(weeks < 0 ? words.shorter : words.longer)(text.common.weeks(Math.abs(weeks)))]),
    ...(amount === 0 ? [] : [(amount < 0 ? words.cheaper : words.dearer)(euros(language, Math.abs(amount)))]),
    ...(finishWeeks === 0
      ? []
      : [(finishWeeks < 0 ? words.earlier : words.later)(text.common.weeks(Math.abs(finishWeeks)))]),
  ];
  return (
    <p className="change__effect">{effects.length === 0 ? words.same : words.than(effects.join(', '))}</p>
  );
}

export function ChangeSection({ plan }: { plan: Plan | null }) {
  const { text } = useText();
  const { person, setPerson } = useLoket();
  const words = text.how.change;
  return (
    <section className="change" aria-labelledby="wat-als">
      <Heading level={2} appearance="level-3" id="wat-als">
        {words.title}
      </Heading>
      <Paragraph>{words.lead}</Paragraph>
      <div className="grid">
        <SelectField
          label={words.minimise}
          value={person.priority}
          options={PRIORITIES.map((priority) => ({ value: priority, label: text.who.matters[priority] }))}
          onChange={(priority) => setPerson((now) => ({ ...now, priority }))}
        />
        <NumberField
          label={words.study}
          value={person.studyHours}
          least={1}
          most={60}
          onChange={(studyHours) => setPerson((now) => ({ ...now, studyHours }))}
        />
        <NumberField
          label={words.budget}
          value={person.budgetEur}
          least={0}
          most={99_999}
          onChange={(budgetEur) => setPerson((now) => ({ ...now, budgetEur }))}
        />
      </div>
      <div role="status">
        <Difference plan={plan} />
      </div>
    </section>
  );
}
