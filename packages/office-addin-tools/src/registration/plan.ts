import type { Application } from './application.ts';
import { audienceName } from './differences.ts';
import type { Differences } from './differences.ts';
import type { CredentialPlan } from './credentialPlan.ts';
import type { FileChange } from './fileChanges.ts';

export interface PlanFacts {
  readonly displayName: string;
  readonly uniqueName: string;
  readonly tenantName: string;
  readonly tenantId: string;
  /** Undefined: there is none yet. */
  readonly existing: Application | undefined;
  readonly signInAudience: string;
  readonly differences: Differences;
  readonly principalMissing: boolean;
  readonly credential: CredentialPlan;
  readonly files: readonly FileChange[];
  readonly warnings: readonly string[];
}

/** The plan in plain words: what is created, changed, left alone. Pure. */
export function planText(facts: PlanFacts): string {
  const { existing, differences, principalMissing, credential, files, warnings } = facts;
  const registration = existing
    ? differences.list.map(({ plan }) => ['change', plan] as const)
    : [
        [
          'create',
          `the registration "${facts.displayName}" (${facts.uniqueName}) for accounts of ${audienceName(facts.signInAudience)}`,
        ] as const,
        ...differences.list.map(({ plan }) => ['create', plan.replace(/^(?:add|issue) /u, '')] as const),
      ];
  const lines = [
    ...registration,
    ...(principalMissing ? [['create', 'the service principal (Enterprise application)'] as const] : []),
    ...credential.steps,
    ...files.map(({ file, what }) => ['write', `${file}: ${what}`] as const),
    ...(existing ? othersOf(existing) : []),
  ];
  const title = existing
    ? `The registration "${existing.displayName}" (client id ${existing.appId}) in ${facts.tenantName} (${facts.tenantId}):`
    : `In ${facts.tenantName} (${facts.tenantId}):`;
  return [
    title,
    ...lines.map(([verb, what]) => `  ${verb.padEnd(7)} ${what}`),
    ...(nothingToDo(facts) ? ['  All is as it should be: there is nothing to do.'] : []),
    ...warnings.map((warning) => `  note    ${warning}`),
  ].join('\n');
}

export function nothingToDo({
  existing,
  differences,
  principalMissing,
  credential,
  files,
}: PlanFacts): boolean {
  const still = credential.steps.every(([verb]) => verb === 'keep');
  return (
    existing !== undefined &&
    differences.list.length === 0 &&
    !principalMissing &&
    still &&
    files.length === 0
  );
}

/** What others may have put there, and what stays. */
function othersOf({ spa, identifierUris, api }: Application): (readonly ['keep', string])[] {
  const count = spa.redirectUris.length + identifierUris.length + api.preAuthorizedApplications.length;
  return count === 0 ? [] : [['keep', 'everything else that stands in the registration'] as const];
}
