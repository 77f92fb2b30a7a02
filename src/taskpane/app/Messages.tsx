import { useEffect, useState } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { Busy, Notice, PaneError } from '../features/feature.ts';
import type { Strings } from '../strings/index.ts';
import { messageOf } from '../strings/messages.ts';
import { Button, controlClass, CloseIcon, FilesIcon, InsertIcon, PersonIcon } from '../ui/controls.tsx';
import { useStrings } from '../ui/hooks.ts';
import { copyText, Diagnostics, Message } from '../ui/Message.tsx';
import { useAppContext } from './context.ts';
import styles from './Messages.module.css';

/** In the same chunk as the messages. */
export { keepFocusInPane } from './focusOrder.ts';

/** Shown as information, because the user only has to sign in. */
const infoReactions = new Set(['signed-out', 'fallback']);

interface ErrorProps {
  readonly error: PaneError;
  /** Whether the message is the only content of the pane. */
  readonly fillsPane: boolean;
}

/** The message for a problem: what happened, what to do, one button, and details. */
export function ErrorMessage({ error, fillsPane }: ErrorProps) {
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
          className={`${controlClass} ${styles.link}`}
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
function AlternativeAction({ error: { problem, hasAlternative }, fillsPane }: ErrorProps) {
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

function MessageAction({ problem, fillsPane }: Pick<PaneError, 'problem'> & Pick<ErrorProps, 'fillsPane'>) {
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

/** Reports a success, or something that the user may not expect. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const strings = useStrings();
  const { action } = notice;
  return (
    <Message
      kind={notice.kind}
      text={notice.text(strings)}
      data-testid="notice"
      data-code={notice.code}
      actions={
        action && (
          <Button data-testid={action.id} size="small" onClick={action.run}>
            {action.label(strings)}
          </Button>
        )
      }
      end={<DismissButton />}
    />
  );
}

/** Closes the message. */
function DismissButton() {
  const { frame } = useAppContext();
  const strings = useStrings();
  return (
    <Button
      data-testid="dismiss"
      size="small"
      appearance="subtle"
      icon={<CloseIcon />}
      title={strings.t('dismiss')}
      aria-label={strings.t('dismiss')}
      onClick={frame.dismiss}
    />
  );
}

/** Progress of a shorter task would only flicker. */
const SHOW_AFTER_MS = 500;
const SLOW_AFTER_MS = 8_000;

/** Shows what the pane is doing, with a Cancel button. */
export function Progress({ busy }: { readonly busy: Busy }) {
  const { frame } = useAppContext();
  const strings = useStrings();
  const shown = useElapsed(SHOW_AFTER_MS);
  const isSlow = useElapsed(SLOW_AFTER_MS);
  const seconds = useSeconds(busy.until);
  if (!shown) return null;
  return (
    <div className={styles.progress} data-testid="progress">
      <div className={styles.line}>
        <span className={styles.text}>{progressText(busy, seconds, isSlow, strings)}</span>
        <Button
          data-testid="cancel"
          size="small"
          disabledFocusable={busy.stage === 'canceling'}
          onClick={frame.cancel}
        >
          {strings.t('cancel')}
        </Button>
      </div>
      <div className={styles.track} aria-hidden="true">
        {busy.done === undefined || !busy.total ? (
          <div className={`${styles.bar} ${styles.endless}`} />
        ) : (
          <div className={styles.bar} style={{ width: `${(100 * busy.done) / busy.total}%` }} />
        )}
      </div>
    </div>
  );
}

function progressText(
  { label, stage, done, total }: Busy,
  seconds: number,
  isSlow: boolean,
  strings: Strings,
): string {
  if (stage === 'canceling') return strings.t('canceling');
  if (stage === 'dialog-open') return strings.t('signInWindowOpen');
  if (stage === 'waiting') return strings.t('waiting', { count: seconds });
  if (done !== undefined && total !== undefined) {
    return strings.t('insertedSoFar', { done: strings.number(done), total: strings.number(total) });
  }
  if (isSlow) return strings.t('stillWorking');
  if (stage === 'signing-in') return strings.t('signingIn');
  return label(strings);
}

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}

/** Returns a countdown in whole seconds until a time (milliseconds since 1970); 0 afterwards or without a time. */
function useSeconds(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 250);
    return () => clearTimeout(timer);
  }, [left, now]);
  return left;
}

const reasons = [
  ['reasonFiles', FilesIcon],
  ['reasonInsert', InsertIcon],
  ['reasonAccount', PersonIcon],
] as const;

interface SignedOutProps {
  /** Whether to show a Sign in button: false if a message above has one. */
  readonly showsSignIn: boolean;
  readonly showsReasons: boolean;
}

/** The content of the pane while no user is known. */
export function SignedOut({ showsSignIn, showsReasons }: SignedOutProps) {
  const { frame } = useAppContext();
  const strings = useStrings();
  return (
    <>
      {showsSignIn && (
        <section className={styles.invitation}>
          <h2 className={styles.title}>{strings.t('signedOutTitle')}</h2>
          <Button data-testid="sign-in" appearance="primary" onClick={() => void frame.retry()}>
            {strings.t('signIn')}
          </Button>
        </section>
      )}
      {showsReasons && (
        <ul className={styles.reasons}>
          {reasons.map(([text, Icon]) => (
            <li key={text} className={styles.reason}>
              <Icon />
              {strings.t(text)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
