import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { EVIDENCE_KINDS, withSkill, type Answer, type EvidenceKind, type OwnSkill } from '../../model/person';
import { useLoket } from '../../state/loket';
import { useText } from '../../text';
import { Combobox } from '../../ui/Combobox';
import { Notice } from '../../ui/Notice';

const SHOWN_FIRST = 8;

function AnswerButton({ skill, answer }: { skill: OwnSkill; answer: 'yes' | 'no' }) {
  const { text } = useText();
  const { setPerson } = useLoket();
  const pressed = skill.answer === answer;
  const toggle = () => {
    const next: Answer = pressed ? 'open' : answer;
    setPerson((person) => withSkill(person, { ...skill, answer: next }));
  };
  return (
    <button
      type="button"
      className={`chip__answer chip__answer--${answer}`}
      aria-pressed={pressed}
      onClick={toggle}
    >
      <span aria-hidden="true">{answer === 'yes' ? '✓' : '✕'}</span> {text.who.skills[answer]}
    </button>
  );
}

function SkillChip({ skill }: { skill: OwnSkill }) {
  const { text } = useText();
  const { setPerson } = useLoket();
  const evidence = (kind: EvidenceKind) =>
    setPerson((person) => withSkill(person, { ...skill, evidence: kind }));
  return (
    <li className={`chip chip--${skill.answer}`}>
      <span className="chip__label">{skill.label}</span>
      <span className="chip__answers" role="group" aria-label={text.who.skills.answerOf(skill.label)}>
        <AnswerButton skill={skill} answer="yes" />
        <AnswerButton skill={skill} answer="no" />
      </span>
      {skill.answer === 'yes' && (
        <select
          className="utrecht-select utrecht-select--html-select chip__evidence"
          aria-label={text.who.skills.evidence(skill.label)}
          value={skill.evidence}
          onChange={(event) => evidence(event.target.value as EvidenceKind)}
        >
          {EVIDENCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text.common.evidence[kind]}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

function Chips({ skills }: { skills: OwnSkill[] }) {
  const { text } = useText();
  const [all, setAll] = useState(false);
  const hidden = skills.length - SHOWN_FIRST;
  return (
    <>
      <Paragraph>{text.who.skills.lead}</Paragraph>
      <ul className="chips">
        {(all ? skills : skills.slice(0, SHOWN_FIRST)).map((skill) => (
          <SkillChip key={skill.uri} skill={skill} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button purpose="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.who.skills.less : text.who.skills.more(hidden)}
        </Button>
      )}
    </>
  );
}

/** What was added by hand first, so that it never hides behind "show more". */
function ownFirst(skills: OwnSkill[], asked: Set<string>): OwnSkill[] {
  return [
    ...skills.filter((skill) => !asked.has(skill.uri)),
    ...skills.filter((skill) => asked.has(skill.uri)),
  ];
}

export function SkillSection() {
  const { text } = useText();
  const { person, setPerson } = useLoket();
  const asked = new Set(person.works.flatMap((work) => work.asks.map((skill) => skill.uri)));
  const rejected = person.skills.filter(({ answer }) => answer === 'no').length;
  return (
    <fieldset className="section">
      <legend>{text.who.skills.legend}</legend>
      {person.skills.length > 0 && <Chips skills={ownFirst(person.skills, asked)} />}
      {rejected > 0 && (
        <Notice type="info">
          <Paragraph>{text.who.skills.rejected(rejected)}</Paragraph>
        </Notice>
      )}
      <Combobox
        kind="skill"
        label={text.who.skills.label}
        hint={text.who.skills.hint}
        onChoose={({ uri, label }) =>
          setPerson((now) => withSkill(now, { uri, label, answer: 'yes', evidence: 'claimed' }))
        }
      />
    </fieldset>
  );
}
