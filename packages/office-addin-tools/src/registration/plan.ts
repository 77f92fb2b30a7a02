import type { Application } from './application.ts';
import { audienceName } from './differences.ts';
import type { Differences } from './differences.ts';
import type { CredentialPlan } from './credentialPlan.ts';
import type { FileChange } from './fileChanges.ts';
import type { PaneState } from './paneRegistration.ts';

export interface PlanFacts {
  readonly displayName: string;
  readonly uniqueName: string;
  readonly tenantName: string;
  readonly tenantId: string;
  /** Undefined if there is no registration yet. */
  readonly existing: Application | undefined;
  readonly signInAudience: string;
  readonly differences: Differences;
  readonly principalMissing: boolean;
  readonly credential: CredentialPlan;
  /** Undefined with one registration. */
  readonly pane: PaneState | undefined;
  readonly files: readonly FileChange[];
  readonly warnings: readonly string[];
}

/** Returns the plan as text: what is created, changed and kept. Pure. */
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
    ...(facts.pane ? stepsOfPane(facts.pane) : []),
    ...files.map(({ file, what }) => ['write', `${file}: ${what}`] as const),
    ...(existing ? othersOf(existing) : []),
  ];
  const title = existing
    ? `The registration "${existing.displayName}" (client id ${existing.appId}) in ${facts.tenantName} (${facts.tenantId}):`
    : `In ${facts.tenantName} (${facts.tenantId}):`;
  return [
    title,
    ...lines.map(([verb, what]) => `  ${verb.padEnd(7)} ${what}`),
    ...(nothingToDo(facts) ? ['  Everything is up to date.'] : []),
    ...warnings.map((warning) => `  note    ${warning}`),
  ].join('\n');
}

export function nothingToDo({
  existing,
  differences,
  principalMissing,
  credential,
  pane,
  files,
}: PlanFacts): boolean {
  const credentialsKept = credential.steps.every(([verb]) => verb === 'keep');
  return (
    existing !== undefined &&
    differences.list.length === 0 &&
    (pane === undefined || (pane.existing !== undefined && pane.differences.list.length === 0)) &&
    !principalMissing &&
    credentialsKept &&
    files.length === 0
  );
}

function stepsOfPane({ existing, displayName, uniqueName, differences }: PaneState) {
  const first: (readonly [string, string])[] = existing
    ? [['keep', `the pane's registration "${existing.displayName}" (client id ${existing.appId})`]]
    : [['create', `the pane's registration "${displayName}" (${uniqueName}), without a credential`]];
  const verb = existing ? 'change' : 'create';
  return [
    ...first,
    ...differences.list.map(({ plan }) => [verb, `in the pane's registration: ${plan}`] as const),
  ];
}

/** Returns a line for entries that others may have added, and that stay. */
function othersOf({ spa, identifierUris, api }: Application): (readonly ['keep', string])[] {
  const count = spa.redirectUris.length + identifierUris.length + api.preAuthorizedApplications.length;
  return count === 0 ? [] : [['keep', 'everything else in the registration'] as const];
}
