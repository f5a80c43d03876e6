import { regions } from '../../api/questions';
import { isPostcode, LEAST_PAY, MOST_PAY, SITUATIONS, type Person, type Situation } from '../../model/person';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useText } from '../../text';
import { NumberField, SelectField, TextField } from '../../ui/fields';

const MOST_KM = 300;
const MOST_HOURS = 60;
const MOST_EUROS = 99_999;

export function RegionSelect({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { text } = useText();
  const answer = useAnswer('regions', regions);
  const byName = [...(answer.data ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  const options = byName.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <SelectField
      label={text.who.where.region}
      value={value}
      options={[{ value: '', label: text.who.where.regionNone }, ...options]}
      onChange={onChange}
    />
  );
}

function SituationSelect({
  value,
  onChange,
}: {
  value: Situation | null;
  onChange: (value: Situation | null) => void;
}) {
  const { text } = useText();
  const options = (['unknown', ...SITUATIONS] as const).map((situation) => ({
    value: situation,
    label: text.who.where.situations[situation],
  }));
  return (
    <SelectField
      label={text.who.where.situation}
      hint={text.who.where.situationHint}
      value={value ?? 'unknown'}
      options={options}
      onChange={(chosen) => onChange(chosen === 'unknown' ? null : chosen)}
    />
  );
}

function MoreFields({ change }: { change: (part: Partial<Person>) => void }) {
  const { text } = useText();
  const { person } = useLoket();
  const where = text.who.where;
  return (
    <>
      <NumberField
        label={where.hoursMin}
        value={person.hoursMin}
        least={1}
        most={MOST_HOURS}
        onChange={(hoursMin) => change({ hoursMin })}
      />
      <NumberField
        label={where.hoursMax}
        value={person.hoursMax}
        least={1}
        most={MOST_HOURS}
        onChange={(hoursMax) => change({ hoursMax })}
      />
      <NumberField
        label={where.study}
        hint={where.studyHint}
        value={person.studyHours}
        least={1}
        most={MOST_HOURS}
        onChange={(studyHours) => change({ studyHours })}
      />
      <NumberField
        label={where.budget}
        hint={where.budgetHint}
        value={person.budgetEur}
        least={0}
        most={MOST_EUROS}
        onChange={(budgetEur) => change({ budgetEur })}
      />
      <NumberField
        label={where.pay}
        hint={where.payHint}
        value={person.payEur}
        least={LEAST_PAY}
        most={MOST_PAY}
        onChange={(payEur) => change({ payEur })}
      />
      <SituationSelect value={person.situation} onChange={(situation) => change({ situation })} />
    </>
  );
}

export function WhereSection() {
  const { text } = useText();
  const { person, setPerson } = useLoket();
  const change = (part: Partial<Person>) => setPerson((now) => ({ ...now, ...part }));
  const where = text.who.where;
  return (
    <fieldset className="section">
      <legend>{where.legend}</legend>
      <div className="grid">
        <RegionSelect value={person.region} onChange={(region) => change({ region })} />
        <NumberField
          label={where.radius}
          value={person.radiusKm}
          least={1}
          most={MOST_KM}
          onChange={(km) => change({ radiusKm: km ?? 1 })}
        />
        <TextField
          label={where.postcode}
          hint={where.postcodeHint}
          error={isPostcode(person.postcode) ? undefined : where.postcodeError}
          value={person.postcode}
          inputMode="numeric"
          maxLength={4}
          onChange={(postcode) => change({ postcode: postcode.replace(/\D/g, '') })}
        />
        <MoreFields change={change} />
      </div>
    </fieldset>
  );
}
