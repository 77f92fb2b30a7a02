import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ApplicationId } from '../office/page/applications.ts';
import type { SandboxOptions } from '../startSandbox.ts';
import { UserError } from '../userError.ts';
import { readScenarioFile } from '../recording/recording.ts';
import type { CheckedScenario } from './observation.ts';
import { htmlReport } from './report/htmlReport.ts';
import { jsonReport } from './report/jsonReport.ts';
import { tableRow, tableSummary } from './report/tableReport.ts';
import { summarize } from './report/describe.ts';
import { runCheck } from './runCheck.ts';

export interface CheckCommand {
  readonly manifests: readonly string[];
  readonly command: readonly string[] | undefined;
  readonly app: ApplicationId | undefined;
  readonly only: readonly string[];
  readonly file: string | undefined;
  readonly click: string | undefined;
  readonly limitMs: number | undefined;
  readonly maxTokenCalls: number | undefined;
  readonly json: string | undefined;
  readonly html: string | undefined;
}

/** Exit codes of `check`. */
const PASSED = 0;
const FAILED = 1;
const COULD_NOT_RUN = 2;
/** 128 plus SIGINT. */
const INTERRUPTED = 130;

/**
 * Runs `check` and prints its table. Returns the exit code: 0 if every scenario passes, 1 if one fails, 2 if the check
 * can't run, 130 after Ctrl+C.
 */
export async function checkCommand(
  { manifests: [manifest = ''], json, html, file, maxTokenCalls, limitMs, ...options }: CheckCommand,
  sandbox: SandboxOptions,
  print: (line: string) => void,
): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    for (const file of [json, html]) if (file !== undefined) prepare(file);
    const report = await runCheck({
      ...options,
      ...(maxTokenCalls === undefined ? {} : { maxTokenCalls }),
      ...(limitMs === undefined ? {} : { limitMs }),
      ...(file === undefined ? {} : { scenarios: [recordedScenario(file)] }),
      manifest,
      sandbox,
      signal: stop.signal,
      onResult: (result) => print(tableRow(result, 28)),
    });
    print(`\n${tableSummary(report)}`);
    if (json !== undefined) writeFileSync(json, jsonReport(report));
    if (html !== undefined) writeFileSync(html, htmlReport(report));
    for (const file of [json, html]) if (file !== undefined) print(`Report: ${file}`);
    if (stop.signal.aborted) return INTERRUPTED;
    const { failed, notRun } = summarize(report);
    return failed + notRun > 0 ? FAILED : PASSED;
  } catch (error) {
    if (stop.signal.aborted) return INTERRUPTED;
    print(error instanceof UserError ? error.message : String((error as Error).stack ?? error));
    return COULD_NOT_RUN;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function recordedScenario(file: string): CheckedScenario {
  return {
    id: basename(file),
    title: 'Recorded session',
    group: 'Recording',
    source: file,
    code: 'recorded',
    scenario: readScenarioFile(file),
  };
}

/** Fails before the run if a report can't be written at its end. */
function prepare(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '', { flag: 'a' });
  } catch (error) {
    throw new UserError(`Can't write ${file}: ${(error as Error).message}.`, { cause: error });
  }
}
