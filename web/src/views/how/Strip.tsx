import type { Plan } from '../../api/types';
import { shortDay } from '../../model/format';
import { barsOf } from '../../model/timeline';
import { useText } from '../../text';

/** The same courses to scale, from today to the new work; the list below says it in words. */
export function Strip({ plan }: { plan: Plan }) {
  const { language } = useText();
  const bars = barsOf(plan);
  if (bars.length === 0 || plan.finish === null) return null;
  return (
    <div className="strip" aria-hidden="true">
      <svg viewBox={`0 0 1000 ${bars.length * 26}`} preserveAspectRatio="none">
        {bars.map((bar, row) => (
          <g key={bar.title}>
            <line x1="0" x2="1000" y1={row * 26 + 13} y2={row * 26 + 13} className="strip__track" />
            <rect
              x={bar.from * 1000}
              y={row * 26 + 4}
              width={Math.max(bar.length * 1000, 6)}
              height="18"
              rx="5"
              className="strip__bar"
            />
          </g>
        ))}
      </svg>
      <div className="strip__ends">
        <span>{shortDay(language, plan.start)}</span>
        <span>{shortDay(language, plan.finish)}</span>
      </div>
    </div>
  );
}
