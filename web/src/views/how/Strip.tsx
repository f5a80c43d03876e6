import { shortDay } from '../../model/format';
import type { Strip as Bars } from '../../model/timeline';
import { useText } from '../../text';

/** Courses and work in between to scale, from today to the new work; the list below says it in words. */
export function Strip({ strip }: { strip: Bars | null }) {
  const { language } = useText();
  if (strip === null) return null;
  const { bars, start, finish } = strip;
  return (
    <div className="strip" aria-hidden="true">
      <svg viewBox={`0 0 1000 ${bars.length * 26}`} preserveAspectRatio="none">
        {bars.map((bar, row) => (
          <g key={row}>
            <line x1="0" x2="1000" y1={row * 26 + 13} y2={row * 26 + 13} className="strip__track" />
            <rect
              x={bar.from * 1000}
              y={row * 26 + 4}
              width={Math.max(bar.length * 1000, 6)}
              height="18"
              rx="5"
              className={`strip__bar strip__bar--${bar.kind}`}
            />
          </g>
        ))}
      </svg>
      <div className="strip__ends">
        <span>{shortDay(language, start)}</span>
        <span>{shortDay(language, finish)}</span>
      </div>
    </div>
  );
}
