import type { CheckReport, CheckResult } from '../runCheck.ts';
import { seconds, summarize, summaryText } from './describe.ts';

const WORDS = { passed: 'passed', failed: 'FAILED', 'not-reached': 'not reached' } as const;

/** Returns the line of a scenario: outcome, id, and why it failed. */
export function tableRow({ outcome, findings, observation }: CheckResult, idWidth: number): string {
  const { scenario, durationMs } = observation;
  const time = `${(durationMs / 1000).toFixed(1)} s`;
  const row = `${WORDS[outcome].padEnd(11)}  ${scenario.id.padEnd(idWidth)}  ${time.padStart(7)}`;
  const [first, ...more] = findings.map(({ message }) => message);
  const indent = ' '.repeat(row.length + 2);
  return [
    first === undefined ? row : `${row}  ${first}`,
    ...more.map((message) => `${indent}${message}`),
  ].join('\n');
}

/** Returns the closing lines: the numbers, and what they mean. */
export function tableSummary(report: CheckReport): string {
  const summary = summarize(report);
  const notes = [
    ...(summary.notReached > 0
      ? ['Not reached: the add-in never made the call that fails in the scenario.']
      : []),
    ...(summary.notRun > 0
      ? [`Not run: ${report.notRun.slice(0, 8).join(', ')}${summary.notRun > 8 ? ', …' : ''}`]
      : []),
  ];
  return [
    `${report.addin} in ${report.app}: ${summaryText(summary)} (${seconds(report.durationMs)})`,
    ...notes,
  ].join('\n');
}
