import { maskSecrets } from '../../maskSecrets.ts';
import { rules } from '../judge.ts';
import type { CheckReport } from '../runCheck.ts';
import { callsOf, summarize } from './describe.ts';

/** Returns the report for programs: everything but the pictures. */
export function jsonReport(report: CheckReport): string {
  const { results, notRun, ...facts } = report;
  const content = {
    version: 1,
    ...facts,
    summary: summarize(report),
    rules,
    notRun,
    scenarios: results.map((result) => {
      const { outcome, findings, observation } = result;
      const { scenario, text, actions, errors, durationMs } = observation;
      return {
        id: scenario.id,
        group: scenario.group,
        title: scenario.title,
        outcome,
        findings: findings.map(({ rule, message }) => ({ rule, message: maskSecrets(message) })),
        durationMs,
        actions,
        text: text.map(maskSecrets),
        errors: errors.map(maskSecrets),
        calls: callsOf(result),
      };
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
