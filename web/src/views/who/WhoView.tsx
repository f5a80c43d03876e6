import { Button } from '@nl-design-system-candidate/button-react';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../../api/client';
import { isKnown, isPostcode, PRIORITIES } from '../../model/person';
import { go, PATHS } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { ProblemNotice } from '../../ui/AnswerState';
import { RadioField } from '../../ui/fields';
import { Notice } from '../../ui/Notice';
import { Title } from '../../ui/Title';
import { CvSection } from './CvSection';
import { examplePerson } from './example';
import { FileSection } from './FileSection';
import { SkillSection } from './SkillSection';
import { WhereSection } from './WhereSection';
import { WorkSection } from './WorkSection';

function ExampleButton() {
  const { text, language } = useText();
  const { setPerson } = useLoket();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const fill = async () => {
    try {
      setPerson(await examplePerson(language));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, ''));
    }
  };
  return (
    <div className="example">
      <Button purpose="secondary" onClick={() => void fill()}>
        {text.who.example}
      </Button>
      <span className="hint">{text.who.exampleHint}</span>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}

function PriorityField() {
  const { text } = useText();
  const { person, setPerson } = useLoket();
  const options = PRIORITIES.map((priority) => ({
    value: priority,
    label: text.who.matters[priority],
    hint: text.who.matters[`${priority}Hint`],
  }));
  return (
    <RadioField
      legend={text.who.matters.legend}
      value={person.priority}
      options={options}
      onChange={(priority) => setPerson((now) => ({ ...now, priority }))}
    />
  );
}

export function WhoView() {
  const { text } = useText();
  const { person } = useLoket();
  const [tooEarly, setTooEarly] = useState(false);
  const ready = isKnown(person) && isPostcode(person.postcode);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) go(PATHS.choices);
    else setTooEarly(true);
  };
  return (
    <>
      <Title title={text.who.title} lead={text.who.lead} />
      <ExampleButton />
      <form className="who" onSubmit={submit} noValidate>
        <WorkSection />
        <SkillSection />
        <CvSection />
        <WhereSection />
        <PriorityField />
        <div className="submit">
          {tooEarly && !ready && (
            <Notice type="warning" live>
              {text.who.submitHint}
            </Notice>
          )}
          <Button type="submit" purpose="primary">
            {text.who.submit}
          </Button>
        </div>
      </form>
      <FileSection />
    </>
  );
}
