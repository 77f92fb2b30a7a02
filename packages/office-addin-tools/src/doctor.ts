import { diagnose } from './doctor/diagnose.ts';
import { GRADES, type DoctorFinding, type Grade } from './doctor/finding.ts';
import { gatherFacts } from './doctor/gather.ts';
import { CONFIG_FILE, hasProjectConfig, loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'npm run doctor -- [--json] [--offline]';

/** Diagnoses machine, settings, manifests and registration. Exits with 1 if it finds an error. */
export async function main(args: readonly string[]): Promise<void> {
  const { json = false, offline = false } = readArguments(args);
  const project = hasProjectConfig() ? await loadProject() : undefined;
  const facts = await gatherFacts(ROOT, process.env, offline, project);
  const findings = diagnose(facts);
  if (findings.some(({ grade }) => grade === 'error')) process.exitCode = 1;
  if (json) {
    // Public format: docs/doctor.md.
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
      ? 'No problems found.'
      : GRADES.map((grade) => counted(counts[grade], grade)).join(', '),
  );
}

function headingOf(hasProject: boolean, sandbox: boolean): string {
  if (!hasProject) return `No ${CONFIG_FILE} found, so settings and registration are not checked.`;
  return sandbox
    ? 'CLIENT_ID is not set: the add-in runs in the sandbox.'
    : 'CLIENT_ID is set: the add-in runs in Office.';
}

function countsOf(findings: readonly DoctorFinding[]): Record<Grade, number> {
  const of = (wanted: Grade) => findings.filter(({ grade }) => grade === wanted).length;
  return { error: of('error'), warning: of('warning'), note: of('note') };
}

const counted = (count: number, grade: Grade) => `${count} ${grade}${count === 1 ? '' : 's'}`;

function readArguments(args: readonly string[]) {
  const known = { json: { type: 'boolean' }, offline: { type: 'boolean' } } as const;
  return readOptions(args, known, USAGE).values;
}
