import { Textbox } from '@utrecht/textbox-react';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { meant, suggest, type Kind } from '../api/questions';
import type { Suggestion } from '../api/types';
import type { Language } from '../model/format';
import { useText } from '../text';
import { Field } from './fields';

const PAUSE_MS = 60;
/** Letters from which it is worth guessing what is meant. */
const FEWEST_TO_GUESS = 4;

interface ComboboxProps {
  kind: Kind;
  label: string;
  hint?: string;
  onChoose: (choice: Suggestion) => void;
}

/** What is called so, or else what may be meant: "grondafhandelaar" is a bagagemedewerker. */
async function find(
  kind: Kind,
  text: string,
  language: Language,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const found = await suggest(kind, text, language, signal);
  return found.length > 0 || text.length < FEWEST_TO_GUESS ? found : meant(kind, text, language, signal);
}

/** What the server suggests for the text typed; empty while nothing is typed or nobody answers. */
function useSuggestions(kind: Kind, typed: string): { text: string; found: Suggestion[] } {
  const { language } = useText();
  const [answer, setAnswer] = useState<{ text: string; found: Suggestion[] }>({ text: '', found: [] });
  useEffect(() => {
    const text = typed.trim();
    if (text === '') {
      setAnswer({ text, found: [] });
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      find(kind, text, language, abort.signal).then(
        (found) => setAnswer({ text, found }),
        () => {
          if (!abort.signal.aborted) setAnswer({ text, found: [] });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [kind, typed, language]);
  return answer;
}

/** Typeahead after the ARIA combobox pattern: arrow keys, Enter to choose, Escape to close. */
export function Combobox({ kind, label, hint, onChoose }: ComboboxProps) {
  const { text } = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { text: asked, found } = useSuggestions(kind, typed);
  const answered = typed.trim() !== '' && asked === typed.trim();
  const expanded = open && found.length > 0;

  const choose = (choice: Suggestion) => {
    onChoose(choice);
    setTyped('');
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setActive((now) =>
        now < 0 && by < 0 ? found.length - 1 : (now + by + found.length) % Math.max(found.length, 1),
      );
    }
    if (event.key === 'Enter') {
      // Without a choice the first counts, but only of what was found for the whole text.
      const choice = active < 0 && !answered ? undefined : found[Math.max(active, 0)];
      if (typed !== '') event.preventDefault();
      if (expanded && choice) choose(choice);
    }
  };
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <div className="combobox">
          <Textbox
            id={id}
            dir="ltr"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={expanded}
            aria-controls={listId}
            aria-activedescendant={expanded && active >= 0 ? `${listId}-${active}` : undefined}
            aria-describedby={describedBy}
            value={typed}
            maxLength={120}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(true);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <ul id={listId} role="listbox" aria-label={label} className="combobox__list" hidden={!expanded}>
            {found.map((choice, index) => (
              <li
                key={choice.uri}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className="combobox__option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(choice)}
              >
                {choice.label}
                {choice.matched_label !== choice.label && (
                  <span className="combobox__also"> ({choice.matched_label})</span>
                )}
              </li>
            ))}
          </ul>
          <span role="status" className={answered && open && found.length === 0 ? 'hint' : 'visually-hidden'}>
            {answered && open ? text.who.suggestions(found.length) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
