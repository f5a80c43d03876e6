import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useRef } from 'react';
import type { Plan } from '../../api/types';
import { wholeWeeks } from '../../model/format';
import { PRIORITIES } from '../../model/person';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { NumberField, SelectField } from '../../ui/fields';

/** How much longer or shorter it became since this view opened. */
function Difference({ plan }: { plan: Plan | null }) {
  const { text } = useText();
  const first = useRef<number | null>(null);
  if (!plan?.found) return null;
  first.current ??= wholeWeeks(plan.weeks);
  const difference = wholeWeeks(plan.weeks) - first.current;
  const words = text.how.change;
  const weeks = text.common.weeks(Math.abs(difference));
  const said = difference === 0 ? words.same : difference < 0 ? words.shorter(weeks) : words.longer(weeks);
  return (
    <p className="change__effect" role="status">
      {said}
    </p>
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
      <Difference plan={plan} />
    </section>
  );
}
