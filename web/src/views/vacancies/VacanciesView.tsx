import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { matches, regions, vacancy } from '../../api/questions';
import type { MatchAnswer, Vacancy } from '../../api/types';
import { day, euros, percent, type Language } from '../../model/format';
import { isKnown } from '../../model/person';
import { PATHS } from '../../state/address';
import { useLoket } from '../../state/loket';
import { useAnswer } from '../../state/useAnswer';
import { useAsker } from '../../state/useAsker';
import { useText, type Dictionary } from '../../text';
import { AnswerState } from '../../ui/AnswerState';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Notice } from '../../ui/Notice';
import { Title } from '../../ui/Title';
import type { Fact } from '../choices/facts';
import { Why } from '../how/Why';

type Match = MatchAnswer['results'][number];

function hoursOf(found: Vacancy): string | null {
  const hours = [found.hours_min, found.hours_max].filter((value) => value != null);
  return hours.length === 0 ? null : [...new Set(hours)].join(' – ');
}

function payOfVacancy({ pay_min: least, pay_max: most }: Vacancy, text: Dictionary, language: Language) {
  const words = text.vacancies;
  if (least == null && most == null) return null;
  if (most == null) return words.payFrom(euros(language, least ?? 0));
  if (least == null) return words.payTo(euros(language, most));
  return least === most
    ? euros(language, least)
    : words.payBetween(euros(language, least), euros(language, most));
}

function VacancyFacts({ found, km }: { found: Vacancy; km: number | undefined }) {
  const { text, language } = useText();
  const names = useAnswer('regions', regions);
  const words = text.vacancies;
  const region = names.data?.find(({ code }) => code === found.region)?.name ?? found.region ?? null;
  const facts: Fact[] = [
    { key: 'employer', label: words.employer, value: found.employer ?? null },
    { key: 'region', label: words.region, value: region },
    { key: 'distance', label: words.distance, value: km === undefined ? null : words.km(Math.round(km)) },
    { key: 'hours', label: words.hours, value: hoursOf(found) },
    { key: 'pay', label: words.pay, value: payOfVacancy(found, text, language) },
    { key: 'closes', label: words.closes, value: found.closes ? day(language, found.closes) : null },
  ];
  return <Facts facts={facts} />;
}

function VacancyCard({ match }: { match: Match }) {
  const { text, language } = useText();
  const answer = useAnswer(`vacancy ${match.id}`, (signal) => vacancy(match.id, signal));
  const share = percent(language, match.score);
  return (
    <li className="card">
      <Heading level={2} appearance="level-3">
        {answer.data?.title ?? (answer.problem ? text.vacancies.gone : text.common.loading)}
      </Heading>
      <div className="fit">
        <span className="fit__bar" aria-hidden="true">
          <span className="fit__fill" style={{ inlineSize: `${Math.round(match.score * 100)}%` }} />
        </span>
        <Paragraph>{text.vacancies.fits(share)}</Paragraph>
      </div>
      {answer.data && <VacancyFacts found={answer.data} km={match.distance_km} />}
      {answer.data?.text && <Paragraph>{answer.data.text}</Paragraph>}
      {match.explanation && match.explanation_nl && (
        <Why
          towards={{ explanation: match.explanation, explanation_nl: match.explanation_nl }}
          summary={text.vacancies.whyFor(answer.data?.title ?? '')}
        />
      )}
    </li>
  );
}

export function VacanciesView() {
  const { text, language } = useText();
  const { person } = useLoket();
  const { profile } = useAsker();
  const known = isKnown(person);
  const key = known ? `matches ${language} ${JSON.stringify(profile)}` : null;
  const answer = useAnswer(key, (signal) => matches(profile, language, signal));
  if (!known) return <EmptyState {...text.common.needPerson} to={PATHS.who} />;
  return (
    <>
      <Title title={text.vacancies.title} lead={text.vacancies.lead} />
      <AnswerState answer={answer}>
        {(data) =>
          data.results.length === 0 ? (
            <Notice type="info">
              <Paragraph>{text.vacancies.none}</Paragraph>
            </Notice>
          ) : (
            <ol className="cards">
              {data.results.map((match) => (
                <VacancyCard key={match.id} match={match} />
              ))}
            </ol>
          )
        }
      </AnswerState>
    </>
  );
}
