import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../text';

let firstView = true;

/** The head of a view. Takes the focus when the view opens, so that a screen reader starts here. */
export function Title({ title, lead }: { title: string; lead?: ReactNode }) {
  const { text } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstView) heading.current?.focus({ preventScroll: true });
    firstView = false;
  }, []);
  useEffect(() => {
    document.title = `${title} - ${text.common.name}`;
  }, [title, text]);
  return (
    <div className="title">
      <Heading level={1} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {lead !== undefined && <Paragraph purpose="lead">{lead}</Paragraph>}
    </div>
  );
}
