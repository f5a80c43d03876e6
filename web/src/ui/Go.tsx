import { Link } from '@nl-design-system-candidate/link-react';
import type { MouseEvent, ReactNode } from 'react';
import { go } from '../state/address';

interface GoProps {
  to: string;
  children: ReactNode;
  /** As a button: for the one thing to do next. */
  as?: 'primary' | 'secondary' | 'plain' | undefined;
  className?: string | undefined;
  current?: 'page' | 'step' | undefined;
  label?: string | undefined;
}

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A link to another view of this page. */
export function Go({ to, children, as, className, current, label }: GoProps) {
  const onClick = (event: MouseEvent) => {
    if (!plainClick(event)) return;
    event.preventDefault();
    go(to);
  };
  const common = { href: to, onClick, 'aria-label': label, 'aria-current': current };
  if (as === undefined) {
    return (
      <Link {...common} className={className}>
        {children}
      </Link>
    );
  }
  const style = as === 'plain' ? '' : `nl-button nl-button--${as}`;
  return (
    <a {...common} className={`${style} ${className ?? ''}`.trim()}>
      {children}
    </a>
  );
}
