import { readAddins } from '../addins.ts';
import { findPlaywright, launchBrowser } from '../browser/findPlaywright.ts';
import { localize, pageUrls } from '../manifest/addinManifest.ts';
import { readAssets } from '../office/assets.ts';
import { isApplicationId, type ApplicationId } from '../office/page/applications.ts';
import { firstPane } from '../office/page/addin/pageAddin.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../startSandbox.ts';
import { UserError } from '../userError.ts';
import { AddinServer } from './addinServer.ts';
import { judge, DEFAULT_MAX_TOKEN_CALLS, type Verdict } from './judge.ts';
import type { CheckedScenario, Observation } from './observation.ts';
import { DEFAULT_LIMIT_MS, observe, type Pictures } from './observe.ts';
import { selectScenarios } from './selectScenarios.ts';

export interface CheckOptions {
  readonly manifest: string;
  readonly app?: ApplicationId | undefined;
  /** Scenarios and groups; empty: all. */
  readonly only?: readonly string[];
  /** Scenarios to run instead of the named ones. */
  readonly scenarios?: readonly CheckedScenario[];
  /** Starts the add-in's server; undefined: it already runs. */
  readonly command?: readonly string[] | undefined;
  /** Label of the control to click. */
  readonly click?: string | undefined;
  readonly maxTokenCalls?: number;
  /** Longest wait for the add-in to come to rest. */
  readonly limitMs?: number;
  readonly sandbox?: Omit<SandboxOptions, 'manifest'>;
  readonly signal: AbortSignal;
  /** Called after each scenario. */
  readonly onResult?: (result: CheckResult, index: number, total: number) => void;
}

export interface CheckResult extends Verdict {
  readonly observation: Observation;
  readonly pictures: Pictures;
}

export interface CheckReport {
  readonly addin: string;
  readonly manifest: string;
  readonly app: ApplicationId;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly maxTokenCalls: number;
  readonly limitMs: number;
  readonly results: readonly CheckResult[];
  /** Scenarios that weren't run, because the add-in's server ended or the user stopped. */
  readonly notRun: readonly string[];
}

const BASELINE = 'ok';

/**
 * Runs the scenarios one after the other in one sandbox and one browser.
 * @throws UserError if it can't start: no browser, no server, no pane, an unknown scenario
 */
export async function runCheck(options: CheckOptions): Promise<CheckReport> {
  const { manifest, only = [], command, signal, limitMs = DEFAULT_LIMIT_MS } = options;
  const { maxTokenCalls = DEFAULT_MAX_TOKEN_CALLS } = options;
  const started = Date.now();
  const chromium = findPlaywright();
  const app = applicationOf(options);
  const sandbox = await startSandbox({ hostPage: 'microsoft', ...options.sandbox, manifest });
  const closing: (() => Promise<unknown>)[] = [() => sandbox.close()];
  try {
    const scenarios = options.scenarios ?? selectScenarios(sandbox.state.scenarios, only);
    const server = new AddinServer(paneUrl(sandbox, app), command, await sandbox.environment());
    closing.unshift(() => server.stop());
    await server.start(signal);
    const browser = await launchBrowser(chromium, sandbox.browserArgs);
    closing.unshift(() => browser.close());
    const { inspector } = await readAssets();

    const runScenario = async (scenario: CheckedScenario, baseline: Observation | undefined) => {
      const context = await browser.newContext({
        // The add-in's own server has a certificate that only the developer's system trusts.
        ignoreHTTPSErrors: true,
        viewport: { width: 1280, height: 860 },
        locale: 'en-US',
      });
      try {
        await context.addInitScript({ content: inspector });
        const { click } = options;
        const seen = await observe({ sandbox, context, app, scenario, click, limitMs, signal });
        const serverFault = await server.fault(signal);
        const observation = { ...seen.observation, ...(serverFault ? { serverFault } : {}) };
        return { observation, pictures: seen.pictures, ...judge(observation, { baseline, maxTokenCalls }) };
      } finally {
        await context.close().catch(() => undefined);
      }
    };

    const [ok] = sandbox.state.scenarios.filter(({ id }) => id === BASELINE);
    if (!ok) throw new Error('The scenario "ok" is missing.');
    const results: CheckResult[] = [];
    const rest = scenarios.filter(({ id }) => id !== BASELINE);
    const total = scenarios.length;
    try {
      const baseline = await runScenario(ok, undefined);
      const report = (result: CheckResult): void => {
        results.push(result);
        options.onResult?.(result, results.length, total);
      };
      if (rest.length < scenarios.length) report(baseline);
      for (const scenario of rest) {
        const result = await runScenario(scenario, baseline.observation);
        report(result);
        if (result.observation.serverFault !== undefined && !(await server.isUp())) break;
      }
    } catch (error) {
      // Reports what was seen before the user stopped.
      if (!signal.aborted) throw error;
    }
    const run = new Set(results.map(({ observation }) => observation.scenario.id));
    return {
      addin: localize(addinOf(sandbox).manifest.name, 'en-US'),
      manifest,
      app,
      startedAt: new Date(started).toISOString(),
      durationMs: Date.now() - started,
      maxTokenCalls,
      limitMs,
      results,
      notRun: scenarios.map(({ id }) => id).filter((id) => !run.has(id)),
    };
  } finally {
    for (const close of closing) await close().catch(() => undefined);
  }
}

function applicationOf({ manifest, app, sandbox }: CheckOptions): ApplicationId {
  const [addin] = readAddins([manifest], sandbox?.addin);
  const apps = (addin?.manifest.hosts ?? []).map(({ host }) => host).filter(isApplicationId);
  const chosen = app ?? apps[0];
  if (chosen !== undefined && apps.includes(chosen)) return chosen;
  throw new UserError(`${manifest}: The add-in is for ${apps.join(', ')}, not for ${String(chosen)}.`);
}

function addinOf({ addins }: Sandbox) {
  const [addin] = addins;
  if (!addin) throw new Error('The sandbox has no add-in.');
  return addin;
}

/** @throws UserError if the add-in has no task pane */
function paneUrl(sandbox: Sandbox, app: ApplicationId): string {
  const addin = addinOf(sandbox);
  const url =
    firstPane(addin, { app, mode: 'compose', locale: 'en-US' }) ??
    (addin.manifest.content ? pageUrls(addin.manifest)[0] : undefined);
  if (url !== undefined) return url;
  throw new UserError(
    `${addin.manifest.file}: The add-in has no task pane in ${app}. check opens a task pane and needs one.`,
  );
}
