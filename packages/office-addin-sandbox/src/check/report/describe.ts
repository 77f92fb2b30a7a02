import { logLine } from '../../office/page/log/logLine.ts';
import { maskSecrets } from '../../maskSecrets.ts';
import type { CheckReport, CheckResult } from '../runCheck.ts';

export interface Summary {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly notReached: number;
  readonly notRun: number;
}

export function summarize({ results, notRun }: Pick<CheckReport, 'results' | 'notRun'>): Summary {
  const count = (wanted: CheckResult['outcome']) =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return {
    total: results.length + notRun.length,
    passed: count('passed'),
    failed: count('failed'),
    notReached: count('not-reached'),
    notRun: notRun.length,
  };
}

/** Returns such as `98 passed, 4 failed, 2 not reached`. */
export function summaryText({ passed, failed, notReached, notRun }: Summary): string {
  return [
    `${passed} passed`,
    `${failed} failed`,
    ...(notReached > 0 ? [`${notReached} not reached`] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
  ].join(', ');
}

export interface Call {
  readonly who: string;
  readonly what: string;
  readonly detail: string;
  readonly answer: string;
  readonly outcome: 'good' | 'bad' | 'waiting';
}

/** Returns the traffic in plain language, without tokens. */
export function callsOf({ observation }: CheckResult): Call[] {
  return observation.traffic.map((entry) => {
    const { from, to, what, detail, answer, outcome } = logLine(entry);
    return { who: `${from} → ${to}`, what, detail: maskSecrets(detail), answer, outcome };
  });
}

export function seconds(ms: number): string {
  const total = Math.round(ms / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}
