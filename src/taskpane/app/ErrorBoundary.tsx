import { Component, type ReactNode } from 'react';

interface Words {
  readonly text: string;
  readonly reload: string;
}

/** A defect in a view ends in a sentence and a way on, not in an empty pane. */
export class ErrorBoundary extends Component<
  Words & { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { text, reload, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div role="alert">
        <BareMessage code="unexpected" text={text} reload={reload} />
      </div>
    );
  }
}

/** Needs nothing but itself: for a defect, and for when the part with the usual messages could not be loaded. */
export function BareMessage({ code, text, reload }: Words & { readonly code: string }) {
  return (
    <div data-testid="message" data-code={code} data-reaction="ask-user">
      <p>{text}</p>
      <button type="button" data-testid="message-action" onClick={() => location.reload()}>
        {reload}
      </button>
    </div>
  );
}
