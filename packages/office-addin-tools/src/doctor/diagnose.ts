import { machineChecks } from './machine.ts';
import { registrationChecks } from './registration.ts';
import { settingsChecks } from './settings.ts';
import { GRADES, type DoctorFacts, type DoctorFinding } from './finding.ts';

const checks = [...machineChecks, ...settingsChecks, ...registrationChecks];

/** All findings, the gravest first. Pure. */
export function diagnose(facts: DoctorFacts): DoctorFinding[] {
  return checks
    .flatMap((check) => check(facts))
    .toSorted((one, other) => GRADES.indexOf(one.grade) - GRADES.indexOf(other.grade));
}
