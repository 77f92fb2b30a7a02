import type { Finding } from '../finding.ts';
import type { DoctorFacts } from './facts.ts';

/** error: does not work; warning: stops working soon, or fails somewhere; note: good to know. Most severe first. */
export const GRADES = ['error', 'warning', 'note'] as const;
export type Grade = (typeof GRADES)[number];

export interface DoctorFinding extends Finding {
  readonly grade: Grade;
  /** Stable name of the check, for programs that read `--json`. */
  readonly check: string;
}

/** Pure. */
export type DoctorCheck = (facts: DoctorFacts) => DoctorFinding[];
