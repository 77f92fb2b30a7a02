import { Component, type ReactNode } from 'react';

interface MessageTexts {
  readonly text: string;
  /** Label of the button. */
  readonly reload: string;
}

/** Shows a message and a Reload button if a view throws. */
export class ErrorBoundary extends Component<
  MessageTexts & { readonly children: ReactNode },
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
        <FallbackMessage code="unexpected" text={text} reload={reload} />
      </div>
    );
  }
}

/** Has no dependencies: for an error in a view, and until the usual message views have loaded. */
export function FallbackMessage({ code, text, reload }: MessageTexts & { readonly code: string }) {
  return (
    <div data-testid="message" data-code={code} data-reaction="ask-user">
      <p>{text}</p>
      <button type="button" data-testid="message-action" onClick={() => location.reload()}>
        {reload}
      </button>
    </div>
  );
}
