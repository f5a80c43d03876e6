import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useRef, useState } from 'react';
import { NO_ADVICE } from '../../model/advice';
import { NOBODY } from '../../model/person';
import { personFile, readPersonFile } from '../../model/personFile';
import { useLoket } from '../../state/loket';
import { saveFile } from '../../state/save';
import { useText } from '../../text';
import { Notice } from '../../ui/Notice';

export function FileSection() {
  const { text } = useText();
  const { person, advice, setPerson, setAdvice } = useLoket();
  const [outcome, setOutcome] = useState<'opened' | 'wrong' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    const read = readPersonFile(await file.text());
    if (read) {
      setPerson(read.person);
      setAdvice(read.advice);
    }
    setOutcome(read ? 'opened' : 'wrong');
  };
  const clear = () => {
    setPerson(NOBODY);
    setAdvice(NO_ADVICE);
    setOutcome(null);
  };
  return (
    <details className="more">
      <summary>{text.who.file.legend}</summary>
      <Paragraph>{text.who.file.lead}</Paragraph>
      <div className="buttons">
        <Button
          purpose="secondary"
          onClick={() => saveFile('overstap-profiel.json', personFile(person, advice), 'application/json')}
        >
          {text.who.file.save}
        </Button>
        <Button purpose="secondary" onClick={() => input.current?.click()}>
          {text.who.file.open}
        </Button>
        <Button purpose="subtle" onClick={clear}>
          {text.who.file.clear}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={text.who.file.open}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void open(file);
          event.target.value = '';
        }}
      />
      {outcome && (
        <Notice type={outcome === 'opened' ? 'ok' : 'error'} live>
          <Paragraph>{text.who.file[outcome]}</Paragraph>
        </Notice>
      )}
    </details>
  );
}
