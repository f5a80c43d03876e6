import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { regions, report } from '../../api/questions';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useText } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { SelectField } from '../../ui/fields';
import { Title } from '../../ui/Title';
import { Cohort } from './Cohort';
import { Report } from './Report';
import { TileMap } from './TileMap';

function Picker({ chosen, onChoose }: { chosen: string; onChoose: (code: string) => void }) {
  const { text } = useText();
  const answer = useAnswer('regions', regions);
  return (
    <AnswerState answer={answer}>
      {(found) => (
        <>
          <TileMap regions={found} chosen={chosen} onChoose={onChoose} />
          <SelectField
            label={text.region.select}
            value={chosen}
            options={[
              { value: '', label: text.who.where.regionNone },
              ...[...found]
                .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
                .map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={onChoose}
          />
        </>
      )}
    </AnswerState>
  );
}

export function RegionView() {
  const { text, language } = useText();
  const { person } = useLoket();
  const [chosen, setChosen] = useState(person.region);
  const key = chosen === '' ? null : `report ${chosen} ${language}`;
  const answer = useAnswer(key, (signal) => report(chosen, language, signal));
  return (
    <>
      <Title title={text.region.title} lead={text.region.lead} />
      <div className="region">
        <section className="region__map" aria-labelledby="kies-regio">
          <Heading level={2} appearance="level-3" id="kies-regio">
            {text.region.pick}
          </Heading>
          <Picker chosen={chosen} onChoose={setChosen} />
        </section>
        <div className="region__report">
          {key === null && <Paragraph>{text.region.choose}</Paragraph>}
          <AnswerState answer={answer}>{(data) => <Report report={data} />}</AnswerState>
        </div>
      </div>
      <Cohort />
    </>
  );
}
