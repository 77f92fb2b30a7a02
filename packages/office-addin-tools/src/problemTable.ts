import type { ProblemTable } from 'office-addin-sandbox';
import type { AddinProject } from './project.ts';

/** Returns the problems that the sandbox can return in place of the project's server. */
export function problemTable({ problems }: Pick<AddinProject, 'problems'>): ProblemTable {
  return Object.fromEntries(
    Object.entries(problems?.catalogue ?? {}).map(([code, { status }]) => [
      code,
      { status: status ?? 500, title: problems?.explanations[code]?.title ?? code },
    ]),
  );
}
