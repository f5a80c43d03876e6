import { useText } from '../text';

/** "4 of the 13" in words and as that many filled pips. */
export function Pips({ met, required }: { met: number; required: number }) {
  const { text } = useText();
  if (required === 0) return <p className="pips__text unknown">{text.choices.knownUnknown}</p>;
  return (
    <div className="pips">
      <p className="pips__text">{text.choices.known(met, required)}</p>
      <span className="pips__row" aria-hidden="true">
        {Array.from({ length: required }, (_, index) => (
          <span key={index} className={index < met ? 'pip pip--met' : 'pip'} />
        ))}
      </span>
    </div>
  );
}
