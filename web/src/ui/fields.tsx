import { Checkbox } from '@utrecht/checkbox-react';
import { FormLabel } from '@utrecht/form-label-react';
import { RadioButton } from '@utrecht/radio-button-react';
import { Textbox } from '@utrecht/textbox-react';
import { useId, type ReactNode } from 'react';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`utrecht-form-field ${error ? 'utrecht-form-field--invalid' : ''}`.trim()}>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error" role="alert">
          {error}
        </span>
      )}
      {children({ id, describedBy: described || undefined })}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
}

export function TextField({
  label,
  hint,
  error,
  value,
  onChange,
  inputMode = 'text',
  maxLength,
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <Textbox
          id={id}
          dir="ltr"
          autoComplete="off"
          aria-describedby={describedBy}
          invalid={Boolean(error)}
          inputMode={inputMode}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number | null;
  least: number;
  most: number;
  onChange: (value: number | null) => void;
}

/** A whole number or nothing; what is typed outside the range is brought to its nearest end. */
export function NumberField({ label, hint, value, least, most, onChange }: NumberFieldProps) {
  const changed = (typed: string) => {
    const digits = typed.replace(/\D/g, '');
    onChange(digits === '' ? null : Math.min(most, Math.max(least, Number(digits))));
  };
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      inputMode="numeric"
      maxLength={String(most).length}
      value={value === null ? '' : String(value)}
      onChange={changed}
    />
  );
}

interface SelectFieldProps<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

export function SelectField<T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="utrecht-select utrecht-select--html-select"
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckFieldProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  ariaLabel?: string;
  disabled?: boolean;
}

export function CheckField({ label, checked, onChange, ariaLabel, disabled = false }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="check">
      <Checkbox
        id={id}
        checked={checked}
        disabled={disabled}
        aria-label={ariaLabel}
        onChange={(event) => onChange(event.target.checked)}
      />
      <FormLabel htmlFor={id} type="checkbox" disabled={disabled}>
        {label}
      </FormLabel>
    </div>
  );
}

interface RadioFieldProps<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  onChange: (value: T) => void;
}

export function RadioField<T extends string>({ legend, value, options, onChange }: RadioFieldProps<T>) {
  const id = useId();
  return (
    <fieldset className="section">
      <legend>{legend}</legend>
      <div className="radios">
        {options.map((option) => (
          <div key={option.value} className="radio">
            <RadioButton
              id={`${id}-${option.value}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              onChange={() => onChange(option.value)}
            />
            <FormLabel htmlFor={`${id}-${option.value}`} type="radio">
              {option.label}
            </FormLabel>
            {option.hint && (
              <span id={`${id}-${option.value}-hint`} className="hint">
                {option.hint}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
