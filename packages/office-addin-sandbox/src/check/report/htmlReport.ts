import { maskSecrets } from '../../maskSecrets.ts';
import { scenarioGroups } from '../../scenarios/groups.ts';
import { rules, type RuleId } from '../judge.ts';
import type { CheckReport, CheckResult } from '../runCheck.ts';
import { callsOf, seconds, summarize, type Call } from './describe.ts';
import { styles } from './htmlStyles.ts';

const OUTCOMES = { passed: 'Passed', failed: 'Failed', 'not-reached': 'Not reached' } as const;

/** Returns the report for people: one page without scripts, with the pictures in it. */
export function htmlReport(report: CheckReport): string {
  const summary = summarize(report);
  const failed = report.results.filter(({ outcome }) => outcome === 'failed');
  const rest = report.results.filter(({ outcome }) => outcome !== 'failed');
  const title = `${report.addin}: ${failed.length === 0 ? 'passed' : `${failed.length} failed`}`;
  const when = new Date(report.startedAt);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>${title}</title>
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        <header>
          <p class="kicker">Does it survive single sign-on failing?</p>
          <h1>${report.addin}</h1>
          <p class="verdict ${summary.failed > 0 || summary.notRun > 0 ? 'bad' : 'good'}">
            ${verdict(summary.failed, summary.notRun)}
          </p>
          <dl class="numbers">
            ${number('Passed', summary.passed, 'good')} ${number('Failed', summary.failed, 'bad')}
            ${number('Not reached', summary.notReached, 'quiet')}
            ${summary.notRun > 0 ? number('Not run', summary.notRun, 'bad') : ''}
          </dl>
          <p class="facts">
            ${report.manifest} · ${report.app} ·
            <time datetime="${report.startedAt}"
              >${when.toISOString().slice(0, 16).replace('T', ' ')} UTC</time
            >
            · ${seconds(report.durationMs)}
          </p>
          ${
            summary.notReached > 0
              ? html`<p class="facts">
                  Not reached: the add-in never made the call that fails in the scenario.
                </p>`
              : ''
          }
          ${report.notRun.length > 0 ? html`<p class="facts">Not run: ${report.notRun.join(', ')}</p>` : ''}
        </header>
        <main>
          ${
            failed.length > 0
              ? html`<section aria-labelledby="rules">
                  <h2 id="rules">What failed</h2>
                  <table class="rules">
                    <thead>
                      <tr>
                        <th scope="col">Rule</th>
                        <th scope="col">Scenarios</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${brokenRules(failed).map(
                        ([rule, results]) =>
                          html`<tr>
                            <th scope="row">${rules[rule]}</th>
                            <td>
                              ${results.map(
                                ({ observation: { scenario } }) =>
                                  html`<a href="#${scenario.id}">${scenario.id}</a> `,
                              )}
                            </td>
                          </tr>`,
                      )}
                    </tbody>
                  </table>
                </section>`
              : ''
          }
          ${
            failed.length > 0
              ? html`<section aria-labelledby="failed">
                  <h2 id="failed">Failed</h2>
                  ${failed.map((result) => scenarioCard(result, true))}
                </section>`
              : ''
          }
          ${
            rest.length > 0
              ? html`<section aria-labelledby="others">
                  <h2 id="others">${failed.length > 0 ? 'The others' : 'Scenarios'}</h2>
                  ${rest.map((result) => scenarioCard(result, false))}
                </section>`
              : ''
          }
          <section aria-labelledby="method">
            <h2 id="method">How it was judged</h2>
            <p>
              Each scenario opens the add-in in a real browser with the real office.js, and waits until
              nothing changes any more, at most ${seconds(report.limitMs)}. Then it clicks what looks like
              sign-in, or the main button if the add-in hasn’t called anything yet, closes windows that wait
              for a user, and compares the end with that of the scenario in which everything works.
            </p>
            <ul>
              ${Object.entries(rules).map(
                ([id, text]) =>
                  html`<li>${text}${id === 'tokenCalls' ? `: at most ${report.maxTokenCalls}` : ''}</li>`,
              )}
            </ul>
          </section>
        </main>
        <footer>
          <p>Made by office-addin-sandbox check. Tokens and mail addresses are masked in calls and texts.</p>
        </footer>
      </body>
    </html> `.text;
}

function verdict(failed: number, notRun: number): string {
  if (failed === 0 && notRun === 0) return 'The add-in handles every scenario.';
  if (failed === 0) return 'The run stopped early. Nothing has failed so far.';
  return failed === 1 ? 'One scenario needs work.' : `${failed} scenarios need work.`;
}

const number = (label: string, value: number, kind: string) =>
  html`<div class="${kind}">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function brokenRules(failed: readonly CheckResult[]): [RuleId, CheckResult[]][] {
  return (Object.keys(rules) as RuleId[])
    .map((rule): [RuleId, CheckResult[]] => [
      rule,
      failed.filter(({ findings }) => findings.some((finding) => finding.rule === rule)),
    ])
    .filter(([, results]) => results.length > 0);
}

function scenarioCard(result: CheckResult, open: boolean): Html {
  const { outcome, findings, observation, pictures } = result;
  const { scenario, actions, text, durationMs } = observation;
  return html`<details id="${scenario.id}" class="scenario ${outcome}" ${open ? 'open' : ''}>
    <summary>
      <span class="outcome">${OUTCOMES[outcome]}</span>
      <span class="title">${scenario.title}</span>
      <code>${scenario.id}</code>
    </summary>
    ${
      findings.length > 0
        ? html`<ul class="findings">
            ${findings.map(
              ({ rule, message }) => html`<li><b>${rules[rule]}.</b> ${maskSecrets(message)}</li>`,
            )}
          </ul>`
        : ''
    }
    <div class="details">
      <div class="pictures">
        ${picture(pictures.pane, `The pane at the end: ${maskSecrets(text.slice(0, 6).join('. '))}`, 'Pane at the end')}
        ${pictures.windows.map((image) => picture(image, 'A window that waits for the user', 'Window'))}
      </div>
      <div class="story">
        <p class="source">${groupName(scenario.group)}. ${scenario.source}</p>
        ${
          actions.length > 0
            ? html`<h3>What the user did</h3>
                <ol>
                  ${actions.map((action) => html`<li>${capitalize(maskSecrets(action))}</li>`)}
                </ol>`
            : ''
        }
        <h3>What was called</h3>
        ${callTable(callsOf(result))}
        <p class="quiet">${(durationMs / 1000).toFixed(1)} s</p>
      </div>
    </div>
  </details>`;
}

function picture(image: Buffer | undefined, alt: string, caption: string): Html | '' {
  if (!image) return '';
  return html`<figure>
    <img loading="lazy" src="data:image/jpeg;base64,${image.toString('base64')}" alt="${alt}" />
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function callTable(calls: readonly Call[]): Html {
  if (calls.length === 0) return html`<p class="quiet">Nothing.</p>`;
  return html`<ol class="calls">
    ${calls.map(
      ({ who, what, detail, answer, outcome }) =>
        html`<li>
          <span class="who">${who}</span> ${what} <code>${detail}</code>
          <span class="answer ${outcome}">${answer}</span>
        </li>`,
    )}
  </ol>`;
}

function groupName(group: string): string {
  return (scenarioGroups as Readonly<Record<string, { name: string } | undefined>>)[group]?.name ?? group;
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Markup whose values are escaped. */
interface Html {
  readonly text: string;
}
type Value = string | number | Html | readonly Value[];

const raw = (text: string): Html => ({ text });

function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    text: parts.map((part, index) => part + (index < values.length ? rendered(values[index]) : '')).join(''),
  };
}

function rendered(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return 'text' in value ? value.text : value.map(rendered).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
