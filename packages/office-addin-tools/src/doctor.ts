import { diagnose } from './doctor/diagnose.ts';
import { GRADES, type DoctorFinding, type Grade } from './doctor/finding.ts';
import { gatherFacts } from './doctor/gather.ts';
import { CONFIG_FILE, hasProjectConfig, loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'npm run doctor -- [--json] [--offline]';

/** Finds what is wrong with machine, settings, manifests and registration. Exit code 1: an error. */
export async function main(args: readonly string[]): Promise<void> {
  const { json = false, offline = false } = readArguments(args);
  const project = hasProjectConfig() ? await loadProject() : undefined;
  const facts = await gatherFacts(ROOT, process.env, offline, project);
  const findings = diagnose(facts);
  if (findings.some(({ grade }) => grade === 'error')) process.exitCode = 1;
  if (json) {
    // The shape is a promise to programs: docs/doctor.md.
    const mode = facts.sandbox ? 'sandbox' : 'office';
    process.stdout.write(
      `${JSON.stringify({ version: 1, mode, counts: countsOf(findings), findings }, null, 2)}\n`,
    );
    return;
  }
  console.log(headingOf(project !== undefined, facts.sandbox));
  for (const { grade, where, problem, fix } of findings)
    console.log(`${grade}: ${where}: ${problem}\n    ${fix}`);
  const counts = countsOf(findings);
  console.log(
    findings.length === 0
      ? 'Nothing is wrong.'
      : GRADES.map((grade) => said(counts[grade], grade)).join(', '),
  );
}

function headingOf(hasProject: boolean, sandbox: boolean): string {
  if (!hasProject) return `There is no ${CONFIG_FILE}, so settings and registration are not checked.`;
  return sandbox
    ? 'CLIENT_ID is not configured: the add-in runs in the sandbox.'
    : 'CLIENT_ID is configured: the add-in runs in Office.';
}

function countsOf(findings: readonly DoctorFinding[]): Record<Grade, number> {
  const of = (wanted: Grade) => findings.filter(({ grade }) => grade === wanted).length;
  return { error: of('error'), warning: of('warning'), note: of('note') };
}

const said = (count: number, grade: Grade) => `${count} ${grade}${count === 1 ? '' : 's'}`;

function readArguments(args: readonly string[]) {
  const known = { json: { type: 'boolean' }, offline: { type: 'boolean' } } as const;
  return readOptions(args, known, USAGE).values;
}
