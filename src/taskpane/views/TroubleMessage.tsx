import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { Trouble } from '../session/state.ts';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import { useSurroundings } from './context.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { useSeconds } from './useSeconds.ts';

const useStyles = makeStyles({
  message: {
    padding: '12px 16px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  calm: { backgroundColor: tokens.colorNeutralBackground3, borderBottomColor: tokens.colorNeutralStroke2 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  text: { margin: '0 0 10px', overflowWrap: 'anywhere' },
  link: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    margin: '0 0 10px',
    fontSize: tokens.fontSizeBase200,
    direction: 'ltr',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Not an alarm: the user has only to sign in. */
const calmReactions = new Set(['signed-out', 'fallback']);

/** What happened, what to do, one action; the rest stands in the details. */
export function TroubleMessage({ trouble }: { readonly trouble: Trouble }) {
  const { strings } = useSurroundings();
  const styles = useStyles();
  const { problem, reaction } = trouble;
  const row = problemRow(problem.code);
  const { title, text } = strings.message(row.message);
  return (
    <section
      className={mergeClasses(styles.message, calmReactions.has(reaction) && styles.calm)}
      data-testid="message"
      data-code={problem.code}
      data-reaction={reaction}
    >
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {problem.facts.adminConsentUrl && (
        <input
          className={styles.link}
          readOnly
          aria-label={strings.t('copyConsentLink')}
          value={problem.facts.adminConsentUrl}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={styles.actions}>
        <MessageAction key={problem.facts.correlationId ?? problem.code} trouble={trouble} />
      </div>
      <Diagnostics problem={problem} />
    </section>
  );
}

function MessageAction({ trouble: { problem } }: { readonly trouble: Trouble }) {
  const { session, strings } = useSurroundings();
  const [until] = useState(() => Date.now() + (problem.facts.retryAfter ?? 0) * 1000);
  const seconds = useSeconds(until);
  const [copied, setCopied] = useState(false);
  // The click that led here came from a control that may be gone: the keyboard goes on at the way out.
  const props = {
    'data-testid': 'message-action',
    appearance: 'primary',
    size: 'small',
    autoFocus: true,
  } as const;
  const { action } = problemRow(problem.code);
  switch (action) {
    case 'retry':
      return (
        <Button {...props} onClick={() => void session.goOn()}>
          {seconds > 0 ? `${strings.t('retry')} (${strings.number(seconds)})` : strings.t('retry')}
        </Button>
      );
    case 'sign-in':
      return (
        <Button {...props} onClick={() => void session.goOn()}>
          {strings.t('signIn')}
        </Button>
      );
    case 'switch-account':
      return (
        <Button {...props} onClick={() => void session.switchAccount()}>
          {strings.t('useAnotherAccount')}
        </Button>
      );
    case 'copy-consent-link': {
      const link = problem.facts.adminConsentUrl;
      if (link === undefined) return null;
      return (
        <Button {...props} onClick={() => void copyText(link).then(setCopied)}>
          {copied ? strings.t('copied') : strings.t('copyConsentLink')}
        </Button>
      );
    }
    case 'none':
      return null;
  }
}
