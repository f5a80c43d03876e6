import { Component, type ReactNode } from 'react';

interface FallibleProps {
  /** Shown in place of what could not be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps an error in one view from making the whole page blank; what was filled in stays. */
export class Fallible extends Component<FallibleProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
