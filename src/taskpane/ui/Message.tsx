import { useState, type HTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import { openInBrowser } from '../office.ts';
import { useLazy, useStrings } from './hooks.ts';
import { Button, InfoIcon, SuccessIcon, WarningIcon } from './controls.tsx';
import styles from './Message.module.css';

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon };

interface MessageProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly kind: keyof typeof icons;
  readonly title?: string;
  readonly text: ReactNode;
  /** Buttons below the text. */
  readonly actions?: ReactNode;
  /** In the end corner. */
  readonly end?: ReactNode;
  /** Whether the message is the only content of the pane. */
  readonly fillsPane?: boolean;
  /** Below the actions. */
  readonly children?: ReactNode;
}

/** A message with an icon, so that its kind doesn't depend on color alone. Wrap it in a live region. */
export function Message({ kind, title, text, actions, end, fillsPane, children, ...rest }: MessageProps) {
  const Icon = icons[kind];
  return (
    <section {...rest} className={`${styles.message} ${styles[fillsPane ? 'fills' : kind]}`}>
      <span className={styles.icon} data-kind={kind} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.body}>
        {title !== undefined && <h2 className={styles.title}>{title}</h2>}
        <p className={styles.text}>{text}</p>
        <div className={styles.actions}>{actions}</div>
        {children}
      </div>
      {end}
    </section>
  );
}

const loadExplanations = () =>
  import(/* webpackChunkName: "explanations" */ '../../contract/explanations.ts');

/** Details for support and developers: code, correlation ID, hint. Never a token. */
export function Diagnostics({ problem }: { readonly problem: ProblemError }) {
  const strings = useStrings();
  const [copied, setCopied] = useState<boolean>();
  const loaded = useLazy(true, loadExplanations);
  const { officeCode } = problemRow(problem.code);
  const { hint, link } = loaded?.explain(problem.code) ?? {};
  const { correlationId, detail } = problem.facts;
  const rows: [label: string, value: string | undefined][] = [
    [strings.t('code'), problem.code],
    [strings.t('officeCode'), officeCode?.toString()],
    [strings.t('correlationId'), correlationId],
    [strings.t('forDevelopers'), detail],
    [strings.t('hint'), hint],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  const text = shown.map(([label, value]) => `${label}: ${value}`).join('\n');
  return (
    <details className={styles.details} data-testid="diagnostics" onKeyDown={closeOnEscape}>
      <summary className={styles.summary} tabIndex={0}>
        {strings.t('details')}
      </summary>
      <dl className={styles.facts}>
        {shown.map(([label, value]) => (
          <Fact key={label} label={label} value={value ?? ''} />
        ))}
      </dl>
      <div className={styles.detailsActions}>
        <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
          {copied === undefined ? strings.t('copy') : strings.t(copied ? 'copied' : 'copyFailed')}
        </Button>
        {link && (
          <a
            className={styles.detailsLink}
            href={link}
            target="_blank"
            rel="noreferrer"
            onClick={openInBrowser}
          >
            {strings.t('learnMore')}
          </a>
        )}
      </div>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  const { currentTarget: details } = event;
  if (event.key !== 'Escape' || !details.open) return;
  event.preventDefault();
  details.open = false;
  details.querySelector('summary')?.focus();
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value} dir="ltr">
        {value}
      </dd>
    </>
  );
}

/** Copies text to the clipboard. Returns false if the browser doesn't allow it, as in some hosts of Office on the web. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** `execCommand` is deprecated, but works in frames without the clipboard permission, within a click. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
