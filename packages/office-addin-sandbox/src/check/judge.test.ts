import { expect, it } from 'vitest';
import type { LogEntry } from '../log.ts';
import { judge } from './judge.ts';
import type { Observation } from './observation.ts';

const at = '2026-11-30T12:00:00.000Z';
const token = (answer: string | number): LogEntry => ({ at, kind: 'getAccessToken', options: {}, answer });

const baseline: Observation = {
  scenario: { id: 'ok', title: 'Works', source: '', group: 'other', scenario: {}, code: null },
  text: ['My Files', 'Adele Vance', 'Plan.docx', 'Budget.xlsx', 'Insert'],
  textBeforeClick: [],
  documentTexts: [],
  traffic: [token('ok'), { at, kind: 'graph', path: '/v1.0/me', answer: 'ok' }],
  trafficBeforeClick: 2,
  actions: [],
  unaskedWindows: [],
  closedWindow: false,
  errors: [],
  responds: true,
  progress: [],
  durationMs: 900,
};

/** A run in which Office returned 13005 and the pane told the user. */
const observed = (change: Partial<Observation> = {}): Observation => ({
  ...baseline,
  scenario: { ...baseline.scenario, id: 'sso-13005', code: 'sso_13005' },
  text: ['My Files', 'Sign in to see your files', 'Sign in'],
  traffic: [token(13005)],
  trafficBeforeClick: 1,
  ...change,
});
const verdictOf = (change: Partial<Observation>) => judge(observed(change), { baseline });

it('passes an add-in that tells the user', () => {
  expect(verdictOf({})).toEqual({ outcome: 'passed', findings: [] });
});

it('passes an add-in that reaches the same end as without the failure', () => {
  expect(verdictOf({ text: baseline.text })).toMatchObject({ outcome: 'passed' });
});

it('fails an add-in that shows the same as before the click, or nothing new', () => {
  const silent = { rule: 'silent', message: 'Says nothing about the failure of getAccessToken: 13005' };
  const text = ['Welcome', 'Get my profile'];
  const run = {
    text,
    textBeforeClick: text,
    traffic: [token(13005)],
    trafficBeforeClick: 0,
    actions: ['clicked "Get my profile"'],
  };
  expect(verdictOf(run)).toEqual({ outcome: 'failed', findings: [silent] });
  expect(verdictOf({ text: ['My Files'] })).toEqual({ outcome: 'failed', findings: [silent] });
});

it('counts a message that was there before any click', () => {
  const text = ['My Files', 'No connection', 'Try again'];
  expect(verdictOf({ text, textBeforeClick: text, traffic: [], trafficBeforeClick: 0 }).findings).toEqual([]);
});

it('requires no words after the user closed the window or chose Cancel', () => {
  const cancelled: LogEntry = { at, kind: 'signIn', flow: 'cancel', answer: 'cancel' };
  expect(verdictOf({ text: ['My Files'], closedWindow: true }).findings).toEqual([]);
  expect(verdictOf({ text: ['My Files'], traffic: [token(13005), cancelled] }).findings).toEqual([]);
});

it('requires the document that is written when everything works', () => {
  const writes = { ...baseline, documentTexts: ['Adele Vance'] };
  const run = observed({ text: baseline.text, trafficBeforeClick: 0 });
  expect(judge(run, { baseline: writes })).toMatchObject({ findings: [{ rule: 'silent' }] });
});

it('accepts a document with less data of another user when no call fails', () => {
  const writes = { ...baseline, documentTexts: ['Adele Vance', 'Engineer', 'Seattle'] };
  const run = { text: baseline.text, trafficBeforeClick: 0, traffic: baseline.traffic };
  const judged = (change: Partial<Observation>) =>
    judge(observed({ ...run, ...change }), { baseline: writes });
  expect(judged({ documentTexts: ['Megan Bowen'] }).findings).toEqual([]);
  expect(judged({ documentTexts: [] }).findings).toMatchObject([{ rule: 'silent' }]);
  expect(judged({ documentTexts: ['Megan Bowen'], traffic: [token(13005)] }).findings).toHaveLength(1);
});

it.each([
  [{ responds: false }, 'responds', 'The pane is empty or no longer runs scripts'],
  [{ errors: ['TypeError: x is undefined\n    at y'] }, 'errors', 'TypeError: x is undefined'],
  [{ unaskedWindows: ['https://a/b'] }, 'windows', 'Opened https://a/b without a click'],
  [{ serverFault: 'The server ended' }, 'server', 'The server ended'],
  [{ text: ['Hello undefined'] }, 'text', 'Shows "Hello undefined"'],
  [{ text: ['{"a":1}', 'Error: null'] }, 'text', 'Shows "Error: null"'],
  [{ documentTexts: ['[object Object]'] }, 'text', 'Wrote "[object Object]" to the document'],
  [
    { stillBusy: { limitMs: 45_000, reasons: ['no answer from getAccessToken'] } },
    'waiting',
    'Still waiting after 45 s: no answer from getAccessToken',
  ],
  [
    { stillBusy: { limitMs: 45_000, reasons: [] }, progress: ['a progress indicator'] },
    'waiting',
    'Still waiting after 45 s: shows a progress indicator',
  ],
] as const)('%j breaks the rule %s', (change, rule, message) => {
  expect(verdictOf(change)).toEqual({ outcome: 'failed', findings: [{ rule, message }] });
});

it('allows six calls of getAccessToken, or the given number; prompts count once', () => {
  const calls = (count: number) => Array.from({ length: count }, () => token(13005));
  expect(verdictOf({ traffic: [...calls(6), token('prompt')] }).outcome).toBe('passed');
  expect(verdictOf({ traffic: calls(7) }).findings).toMatchObject([{ rule: 'tokenCalls' }]);
  expect(judge(observed({ traffic: calls(2) }), { baseline, maxTokenCalls: 1 }).findings).toHaveLength(1);
});

it('treats what moves when everything works as decoration', () => {
  const progress = ['an animation ("Logo")'];
  const busy = { stillBusy: { limitMs: 45_000, reasons: [] }, progress };
  expect(judge(observed(busy), { baseline: { ...baseline, progress } }).outcome).toBe('passed');
  expect(judge({ ...baseline, ...busy }, { baseline: undefined }).outcome).toBe('passed');
});

it('does not mistake ordinary words for missing values', () => {
  const text = ['The contract is null and void', 'Undefined terms', 'annulled', 'Sign in'];
  expect(verdictOf({ text: text.slice(1) }).findings).toEqual([]);
});

it('returns not-reached when the add-in never makes the call that fails', () => {
  const run = { text: baseline.text, traffic: baseline.traffic };
  expect(verdictOf(run)).toEqual({ outcome: 'not-reached', findings: [] });
});
