import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/client';
import type { Answer } from '../state/useAnswer';
import { useText, type Dictionary } from '../text';
import { Notice } from './Notice';

function sentence(problem: ApiProblem, text: Dictionary): string {
  if (problem.status === 0) return text.common.problem.network;
  if (problem.status === 503) return text.common.problem.busy;
  if (problem.status === 504) return text.common.problem.tooLong;
  if (problem.status >= 500) return text.common.problem.server;
  return text.common.problem.refused(problem.detail);
}

export function ProblemNotice({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const { text } = useText();
  return (
    <Notice type="error" live>
      <Paragraph>
        <strong>{text.common.problem.title}.</strong> {sentence(problem, text)}
      </Paragraph>
      {retry && (
        <Button purpose="secondary" onClick={retry}>
          {text.common.problem.retry}
        </Button>
      )}
    </Notice>
  );
}

interface AnswerStateProps<T> {
  answer: Answer<T>;
  children: (data: T) => ReactNode;
}

/** Loading, failed or there: the last answer stays in sight while the next is on its way. */
export function AnswerState<T>({ answer, children }: AnswerStateProps<T>) {
  const { text } = useText();
  return (
    <>
      <div role="status">
        {answer.loading && (
          <span className={answer.data === null ? 'loading' : 'loading loading--again'}>
            {text.common.loading}
          </span>
        )}
      </div>
      {answer.problem && <ProblemNotice problem={answer.problem} retry={answer.retry} />}
      {answer.data === null && answer.loading && (
        <div className="skeletons" aria-hidden="true">
          <div className="skeleton" />
          <div className="skeleton" />
          <div className="skeleton" />
        </div>
      )}
      {answer.data !== null && !answer.problem && children(answer.data)}
    </>
  );
}
