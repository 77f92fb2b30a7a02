import { Component, type ReactNode } from 'react';

interface Props {
  readonly text: string;
  readonly reload: string;
  readonly children: ReactNode;
}

/** A defect in a view ends in a sentence and a way on, not in an empty pane. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { text, reload, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div role="alert" data-testid="message" data-code="unexpected" data-reaction="ask-user">
        <p>{text}</p>
        <button type="button" data-testid="message-action" onClick={() => location.reload()}>
          {reload}
        </button>
      </div>
    );
  }
}
