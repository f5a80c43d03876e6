import { Go } from './Go';
import { Title } from './Title';

interface EmptyStateProps {
  title: string;
  lead: string;
  action: string;
  to: string;
}

/** A view that has nothing to show yet says why and what to do. */
export function EmptyState({ title, lead, action, to }: EmptyStateProps) {
  return (
    <div className="empty">
      <Title title={title} lead={lead} />
      <Go to={to} as="primary">
        {action}
      </Go>
    </div>
  );
}
