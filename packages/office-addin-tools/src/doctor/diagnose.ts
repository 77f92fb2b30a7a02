import { machineChecks } from './machineChecks.ts';
import { registrationChecks } from './registrationChecks.ts';
import { settingsChecks } from './settingsChecks.ts';
import type { DoctorFacts } from './facts.ts';
import { GRADES, type DoctorFinding } from './finding.ts';

const checks = [...machineChecks, ...settingsChecks, ...registrationChecks];

/** Returns all findings, most severe first. Pure. */
export function diagnose(facts: DoctorFacts): DoctorFinding[] {
  return checks
    .flatMap((check) => check(facts))
    .toSorted((one, other) => GRADES.indexOf(one.grade) - GRADES.indexOf(other.grade));
}
