import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { Named } from '../../api/types';
import { moved, withNote, withRejection } from '../../model/advice';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { TextField } from '../../ui/fields';

const MOST_CHARACTERS = 300;

function RejectForm({ destination, onDone }: { destination: Named; onDone: () => void }) {
  const { text } = useText();
  const { setAdvice } = useLoket();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    setAdvice((advice) => withRejection(advice, destination, reason.trim()));
    onDone();
  };
  return (
    <div className="adviser__reject">
      <TextField
        label={text.choices.adviser.reason}
        error={missing ? text.choices.adviser.reasonMissing : undefined}
        value={reason}
        maxLength={MOST_CHARACTERS}
        onChange={setReason}
      />
      <div className="buttons">
        <Button purpose="secondary" onClick={confirm}>
          {text.choices.adviser.confirm}
        </Button>
        <Button purpose="subtle" onClick={onDone}>
          {text.choices.adviser.cancel}
        </Button>
      </div>
    </div>
  );
}

export function AdviserTools({ destination, shown }: { destination: Named; shown: string[] }) {
  const { text } = useText();
  const { advice, setAdvice } = useLoket();
  const [rejecting, setRejecting] = useState(false);
  const words = text.choices.adviser;
  const { uri, label } = destination;
  const move = (by: -1 | 1) => setAdvice((now) => ({ ...now, order: moved(shown, uri, by) }));
  const place = shown.indexOf(uri);
  return (
    <div className="adviser">
      <div className="buttons">
        <Button purpose="subtle" aria-label={words.up(label)} disabled={place === 0} onClick={() => move(-1)}>
          ↑
        </Button>
        <Button
          purpose="subtle"
          aria-label={words.down(label)}
          disabled={place === shown.length - 1}
          onClick={() => move(1)}
        >
          ↓
        </Button>
        {!rejecting && (
          <Button purpose="subtle" aria-label={words.rejectFor(label)} onClick={() => setRejecting(true)}>
            {words.reject}
          </Button>
        )}
      </div>
      {rejecting && <RejectForm destination={destination} onDone={() => setRejecting(false)} />}
      <TextField
        label={words.noteFor(label)}
        value={advice.notes[uri] ?? ''}
        maxLength={MOST_CHARACTERS}
        onChange={(note) => setAdvice((now) => withNote(now, uri, note))}
      />
    </div>
  );
}
