import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import { useSurroundings } from './context.ts';
import { useLazy } from './useLazy.ts';

const useStyles = makeStyles({
  details: { marginTop: '8px', fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '10px',
    rowGap: '2px',
    margin: '8px 0',
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

const loadExplanations = () =>
  import(/* webpackChunkName: "explanations" */ '../../contract/explanations.ts');

/** For whoever helps the user: code, numbers, and what a developer would look at. Never a token. */
export function Diagnostics({ problem }: { readonly problem: ProblemError }) {
  const { strings } = useSurroundings();
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean>();
  const explained = useLazy(true, loadExplanations);
  const { officeCode } = problemRow(problem.code);
  const { hint, link } = explained?.explanations[problem.code] ?? {};
  const { correlationId, detail } = problem.facts;
  const rows: [label: string, value: string | undefined][] = [
    [strings.t('code'), problem.code],
    [strings.t('officeCode'), officeCode?.toString()],
    [strings.t('correlationId'), correlationId],
    [strings.t('forDevelopers'), detail],
    [strings.t('hint'), hint],
  ];
  const known = rows.filter(([, value]) => value !== undefined);
  const text = known.map(([label, value]) => `${label}: ${value}`).join('\n');
  return (
    <details className={styles.details} data-testid="diagnostics">
      <summary className={styles.summary}>{strings.t('details')}</summary>
      <dl className={styles.list}>
        {known.map(([label, value]) => (
          <Row key={label} label={label} value={value ?? ''} />
        ))}
      </dl>
      <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
        {copied === undefined ? strings.t('copy') : strings.t(copied ? 'copied' : 'copyFailed')}
      </Button>{' '}
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {strings.t('learnMore')}
        </a>
      )}
    </details>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value} dir="ltr">
        {value}
      </dd>
    </>
  );
}
