import type { ReactNode } from 'react';

interface NoticeProps {
  type: 'info' | 'ok' | 'warning' | 'error';
  children: ReactNode;
  /** Read out at once; for what appears after somebody did something. */
  live?: boolean;
}

export function Notice({ type, children, live = false }: NoticeProps) {
  const role = live ? { role: type === 'error' ? 'alert' : 'status' } : {};
  return (
    <div className={`utrecht-alert utrecht-alert--${type}`} {...role}>
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">{children}</div>
      </div>
    </div>
  );
}
