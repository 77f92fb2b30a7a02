import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { PaneError } from '../features/feature.ts';
import { copyText } from '../ui/copyText.ts';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';
import control from '../ui/Control.module.css';
import { Diagnostics } from '../ui/Diagnostics.tsx';
import { DismissButton } from './DismissButton.tsx';
import { Message } from '../ui/Message.tsx';
import { messageOf } from '../strings/messageOf.ts';
import styles from './ErrorMessage.module.css';
import { useSeconds } from '../ui/useSeconds.ts';

/** Shown as information, because the user only has to sign in. */
const infoReactions = new Set(['signed-out', 'fallback']);

interface Props {
  readonly error: PaneError;
  /** Whether the message is the only content of the pane. */
  readonly fillsPane: boolean;
}

/** The message for a problem: what happened, what to do, one button, and details. */
export function ErrorMessage({ error, fillsPane }: Props) {
  const { problem, reaction } = error;
  const strings = useStrings();
  const { title, text } = messageOf(strings, problemRow(problem.code).message);
  const link = problem.facts.adminConsentUrl;
  return (
    <Message
      kind={infoReactions.has(reaction) ? 'info' : 'warning'}
      title={title}
      text={text}
      fillsPane={fillsPane}
      data-testid="message"
      data-code={problem.code}
      data-reaction={reaction}
      actions={
        <>
          <MessageAction
            key={problem.facts.correlationId ?? problem.code}
            problem={problem}
            fillsPane={fillsPane}
          />
          <AlternativeAction error={error} fillsPane={fillsPane} />
        </>
      }
      end={!fillsPane && <DismissButton />}
    >
      {link && (
        <input
          className={`${control.control} ${styles.link}`}
          readOnly
          aria-label={strings.t('copyConsentLink')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <Diagnostics problem={problem} />
    </Message>
  );
}

/** The second button, for users for whom the first one always fails. */
function AlternativeAction({ error: { problem, hasAlternative }, fillsPane }: Props) {
  const { frame } = useAppContext();
  const strings = useStrings();
  const { action, alternative } = problemRow(problem.code);
  switch (alternative) {
    case 'other-source':
      return hasAlternative ? (
        <Button
          data-testid="sign-in-another-way"
          autoFocus={fillsPane && action === 'none'}
          onClick={() => void frame.signInAnotherWay()}
        >
          {strings.t('signInAnotherWay')}
        </Button>
      ) : null;
    case 'switch-account':
      return (
        <Button data-testid="message-alternative" onClick={() => void frame.switchAccount()}>
          {strings.t('useAnotherAccount')}
        </Button>
      );
    case undefined:
      return null;
  }
}

function MessageAction({ problem, fillsPane }: Pick<PaneError, 'problem'> & Pick<Props, 'fillsPane'>) {
  const { frame } = useAppContext();
  const strings = useStrings();
  const [until] = useState(() => Date.now() + (problem.facts.retryAfter ?? 0) * 1000);
  const seconds = useSeconds(until);
  const [copied, setCopied] = useState(false);
  // A message that fills the pane replaces the focused control. Next to a list, the user may be typing.
  const props = { 'data-testid': 'message-action', appearance: 'primary', autoFocus: fillsPane } as const;
  const { action } = problemRow(problem.code);
  switch (action) {
    case 'retry':
      return (
        <Button {...props} onClick={() => void frame.retry()}>
          {seconds > 0 ? `${strings.t('retry')} (${strings.number(seconds)})` : strings.t('retry')}
        </Button>
      );
    case 'sign-in':
      return (
        <span data-testid="sign-in">
          <Button {...props} onClick={() => void frame.retry()}>
            {strings.t('signIn')}
          </Button>
        </span>
      );
    case 'switch-account':
      return (
        <span data-testid="sign-in">
          <Button {...props} onClick={() => void frame.switchAccount()}>
            {strings.t('useAnotherAccount')}
          </Button>
        </span>
      );
    case 'copy-consent-link': {
      const link = problem.facts.adminConsentUrl;
      if (link === undefined) {
        return (
          <Button {...props} onClick={() => void frame.retry()}>
            {strings.t('retry')}
          </Button>
        );
      }
      return (
        <>
          <Button {...props} onClick={() => void copyText(link).then(setCopied)}>
            {copied ? strings.t('copied') : strings.t('copyConsentLink')}
          </Button>
          <Button appearance="subtle" onClick={() => void frame.retry()}>
            {strings.t('retry')}
          </Button>
        </>
      );
    }
    case 'reload':
      return (
        <Button {...props} onClick={() => location.reload()}>
          {strings.t('reload')}
        </Button>
      );
    case 'none':
      return null;
  }
}
