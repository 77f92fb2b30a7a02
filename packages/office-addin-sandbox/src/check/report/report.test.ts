import { expect, it } from 'vitest';
import type { LogEntry } from '../../log.ts';
import type { CheckReport, CheckResult } from '../runCheck.ts';
import { htmlReport } from './htmlReport.ts';
import { jsonReport } from './jsonReport.ts';
import { tableRow, tableSummary } from './tableReport.ts';

const at = '2026-11-30T12:00:00.000Z';
const traffic: LogEntry[] = [{ at, kind: 'getAccessToken', options: {}, answer: 13005 }];

function result(id: string, change: Partial<CheckResult> = {}): CheckResult {
  return {
    outcome: 'passed',
    findings: [],
    pictures: { pane: Buffer.from('pane'), windows: [] },
    observation: {
      scenario: { id, title: `<b>${id}</b>`, source: 'Why', group: 'graph', scenario: {}, code: null },
      text: ['Signed in as adele@contoso.example'],
      textBeforeClick: [],
      documentTexts: [],
      traffic,
      trafficBeforeClick: 1,
      actions: ['clicked "Sign in"'],
      unaskedWindows: [],
      closedWindow: false,
      errors: [],
      responds: true,
      progress: [],
      durationMs: 1234,
    },
    ...change,
  };
}

const failed = result('obo-mfa', {
  outcome: 'failed',
  findings: [
    { rule: 'silent', message: 'Says nothing' },
    { rule: 'errors', message: 'TypeError' },
  ],
});
const report: CheckReport = {
  addin: 'Files & more',
  manifest: 'manifest.xml',
  app: 'word',
  startedAt: at,
  durationMs: 65_000,
  maxTokenCalls: 6,
  limitMs: 45_000,
  results: [result('ok'), failed, result('document-fails', { outcome: 'not-reached' })],
  notRun: ['no-photo'],
};

it('prints one row for each scenario, with every reason', () => {
  expect(tableRow(result('ok'), 8)).toBe('passed       ok          1.2 s');
  expect(
    tableRow(failed, 8)
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(['FAILED       obo-mfa     1.2 s  Says nothing', 'TypeError']);
});

it('prints the numbers, and what they mean', () => {
  expect(tableSummary(report).split('\n')).toEqual([
    'Files & more in word: 1 passed, 1 failed, 1 not reached, 1 not run (1 min 5 s)',
    'Not reached: the add-in never made the call that fails in the scenario.',
    'Not run: no-photo',
  ]);
});

it('writes JSON with calls and findings, without pictures and personal data', () => {
  const text = jsonReport(report);
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    summary: { total: 4, passed: 1, failed: 1, notReached: 1, notRun: 1 },
    notRun: ['no-photo'],
    scenarios: [
      { id: 'ok', outcome: 'passed', calls: [{ what: 'requests a token for the user', answer: '13005' }] },
      { id: 'obo-mfa', outcome: 'failed', findings: [{ rule: 'silent' }, { rule: 'errors' }] },
      { id: 'document-fails', outcome: 'not-reached' },
    ],
  });
  expect(text).not.toContain('adele@contoso.example');
});

it('writes one HTML page: pictures inside, text escaped, failures open and first', () => {
  const page = htmlReport(report);
  expect(page).toContain('<h1>Files &amp; more</h1>');
  expect(page).toContain('&lt;b&gt;ok&lt;/b&gt;');
  expect(page).toContain(`src="data:image/jpeg;base64,${Buffer.from('pane').toString('base64')}"`);
  expect(page).not.toMatch(/<b>ok|<script|src="(?!data:)|adele@contoso/u);
  expect(page.match(/<details id="[^"]+" class="scenario [^"]+" open/gu)).toEqual([
    '<details id="obo-mfa" class="scenario failed" open',
  ]);
});
