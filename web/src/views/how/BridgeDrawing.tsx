import { planksIn, type Plank } from '../../model/bridge';
import { useText } from '../../text';

const WIDTH = 1000;
const HEIGHT = 190;
const DECK_TOP = 128;
const DECK_HEIGHT = 30;
const PILLAR = 46;
const SPAN = WIDTH - 2 * PILLAR;
const GAP = 3;
const CABLE_TOP = 24;
const SAG = 86;

interface Placed {
  plank: Plank;
  x: number;
  width: number;
}

function placed(planks: Plank[]): Placed[] {
  let x = PILLAR;
  return planks.map((plank) => {
    const width = plank.share * SPAN;
    const at = { plank, x: x + GAP / 2, width: Math.max(width - GAP, 1) };
    x += width;
    return at;
  });
}

/** Height of the hanging cable above the deck at a place on the span: a parabola. */
function cableAt(x: number): number {
  const t = (x - PILLAR) / SPAN;
  return CABLE_TOP + SAG * 4 * t * (1 - t);
}

function cablePath(): string {
  const middle = WIDTH / 2;
  // The control point of a quadratic curve lies twice as deep as the curve.
  return `M${PILLAR} ${CABLE_TOP} Q${middle} ${CABLE_TOP + 2 * SAG} ${WIDTH - PILLAR} ${CABLE_TOP}`;
}

/** A suspension bridge: a plank for each thing the work asks, as wide as it weighs. */
export function BridgeDrawing({ planks, destination }: { planks: Plank[]; destination: string }) {
  const { text } = useText();
  const words = text.how.bridge;
  const numbers = (['have', 'transfers', 'learn', 'open'] as const).map(
    (state) => planksIn(planks, state).length,
  );
  const [have = 0, transfers = 0, learn = 0, open = 0] = numbers;
  return (
    <figure className="bridge">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.alt(have, transfers, learn, open)}
        preserveAspectRatio="none"
      >
        <defs>
          <pattern
            id="deels"
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="9" height="9" className="bridge__hatch-ground" />
            <rect width="4" height="9" className="bridge__hatch" />
          </pattern>
        </defs>
        <path d={cablePath()} className="bridge__cable" />
        {placed(planks).map(({ plank, x, width }) => (
          <g key={plank.label} className={`bridge__plank bridge__plank--${plank.state}`}>
            <line
              x1={x + width / 2}
              x2={x + width / 2}
              y1={cableAt(x + width / 2)}
              y2={DECK_TOP}
              className="bridge__hanger"
            />
            <rect x={x} y={DECK_TOP} width={width} height={DECK_HEIGHT} rx="4">
              <title>{`${plank.label}: ${words.states[plank.state]}`}</title>
            </rect>
          </g>
        ))}
        <path
          d={`M${PILLAR - 8} ${HEIGHT} V${CABLE_TOP - 8} M${WIDTH - PILLAR + 8} ${HEIGHT} V${CABLE_TOP - 8}`}
          className="bridge__pillar"
        />
        <path
          d={`M0 ${DECK_TOP + DECK_HEIGHT / 2} H${PILLAR - 8} M${WIDTH - PILLAR + 8} ${DECK_TOP + DECK_HEIGHT / 2} H${WIDTH}`}
          className="bridge__road"
        />
      </svg>
      <figcaption aria-hidden="true">
        <span>{words.you}</span>
        <span>{destination}</span>
      </figcaption>
    </figure>
  );
}
