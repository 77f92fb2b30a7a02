import { Button } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import { copyText } from './copyText.ts';
import { useStrings } from './strings.ts';
import styles from './Diagnostics.module.css';
import { openInBrowser } from '../office.ts';
import { useLazy } from './useLazy.ts';

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
      <dl className={styles.list}>
        {shown.map(([label, value]) => (
          <Row key={label} label={label} value={value ?? ''} />
        ))}
      </dl>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
          {copied === undefined ? strings.t('copy') : strings.t(copied ? 'copied' : 'copyFailed')}
        </Button>
        {link && (
          <a className={styles.link} href={link} target="_blank" rel="noreferrer" onClick={openInBrowser}>
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

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value} dir="ltr">
        {value}
      </dd>
    </>
  );
}
