import { CLASSES, SORTS, type Filter } from '../../model/choices';
import { useText } from '../../text';
import { CheckField, SelectField } from '../../ui/fields';

interface FiltersProps {
  filter: Filter;
  shown: number;
  all: number;
  onChange: (filter: Filter) => void;
}

export function Filters({ filter, shown, all, onChange }: FiltersProps) {
  const { text } = useText();
  const words = text.choices.filters;
  return (
    <details className="more filters">
      <summary>
        {words.title}{' '}
        <span className="hint" role="status">
          {words.shown(shown, all)}, {words.inOrder[filter.sort]}
        </span>
      </summary>
      <div className="grid">
        <fieldset className="plain">
          <legend>{words.classes}</legend>
          {CLASSES.map((name) => (
            <CheckField
              key={name}
              label={`${text.common.classes[name]} (${words.classHints[name]})`}
              checked={filter.classes.includes(name)}
              onChange={(on) =>
                onChange({
                  ...filter,
                  classes: CLASSES.filter((known) => (known === name ? on : filter.classes.includes(known))),
                })
              }
            />
          ))}
        </fieldset>
        <div className="stack">
          <CheckField
            label={words.vacancies}
            checked={filter.onlyWithVacancies}
            onChange={(on) => onChange({ ...filter, onlyWithVacancies: on })}
          />
          <CheckField
            label={words.level}
            checked={filter.onlySameLevel}
            onChange={(on) => onChange({ ...filter, onlySameLevel: on })}
          />
          <SelectField
            label={words.sort}
            value={filter.sort}
            options={SORTS.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
            onChange={(sort) => onChange({ ...filter, sort })}
          />
        </div>
      </div>
    </details>
  );
}
