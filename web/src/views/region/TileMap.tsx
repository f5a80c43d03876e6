import { useId } from 'react';
import type { Region } from '../../api/types';
import { tileName, TILES } from '../../model/tiles';
import { useText } from '../../text';

interface TileMapProps {
  regions: Region[];
  chosen: string;
  onChoose: (code: string) => void;
}

/** A tile for each region, about where it lies; radio buttons, so the arrow keys walk over it. */
export function TileMap({ regions, chosen, onChoose }: TileMapProps) {
  const { text } = useText();
  const name = useId();
  return (
    <fieldset className="tiles">
      <legend>{text.region.map}</legend>
      {regions.map(({ code, name: label }) => {
        const [column, row] = TILES[code] ?? [null, null];
        const place = column === null ? {} : { style: { gridColumn: column, gridRow: row } };
        return (
          <label key={code} className="tile" {...place} title={label}>
            <input
              type="radio"
              name={name}
              value={code}
              checked={code === chosen}
              onChange={() => onChoose(code)}
            />
            <span className="tile__face">
              <span className="tile__code" aria-hidden="true">
                {code}
              </span>
              <span className="tile__name">{tileName(label)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
