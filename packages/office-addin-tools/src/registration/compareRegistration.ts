import type { Application } from './application.ts';
import { differencesOf } from './differences.ts';
import type { Finding } from '../finding.ts';
import type { WantedRegistration } from './wantedRegistration.ts';

const DAY_MS = 86_400_000;
/** Credentials that expire within this time are reported and renewed. */
export const RENEW_DAYS = 30;

/**
 * Compares a registration with the wanted one. Pure.
 * @param now milliseconds since 1970
 */
export function compareRegistration(
  actual: Application,
  wanted: WantedRegistration,
  now = Date.now(),
): Finding[] {
  const fix = 'Run `npm run configure-sso`, or change it in the Entra admin center (docs/register.md).';
  return [
    ...differencesOf(actual, wanted).list.map(({ where, problem }) => ({ where, problem, fix })),
    ...wanted.unknownScopes.map((scope) => ({
      where: 'SCOPE',
      problem: `Microsoft Graph has no delegated permission ${scope}.`,
      fix: 'Correct it in .ENV by "Microsoft Graph permissions reference", and run `npm run configure-sso`.',
    })),
    ...implicitGrant(actual),
    ...endingCredentials(actual, now),
  ];
}

/** Reports the implicit grant, which puts tokens into URLs and so into logs and histories. The add-in does not use it. */
export function implicitGrant({ web }: Application): Finding[] {
  const { enableIdTokenIssuance, enableAccessTokenIssuance } = web.implicitGrantSettings;
  if (!enableIdTokenIssuance && !enableAccessTokenIssuance) return [];
  return [
    {
      where: 'Authentication, Implicit grant',
      problem: 'The implicit grant is enabled. The add-in does not use it, and it puts tokens into URLs.',
      fix: 'Clear both check boxes, unless another of your programs needs them.',
    },
  ];
}

/** Checks only the newest credential of each kind: it has replaced the older ones. */
function endingCredentials(actual: Application, now: number): Finding[] {
  const kinds = [
    ['secret', actual.passwordCredentials],
    ['certificate', actual.keyCredentials],
  ] as const;
  return kinds.flatMap(([kind, credentials]) => {
    const ends = credentials.map(({ endDateTime }) => Date.parse(endDateTime)).filter(Number.isFinite);
    const last = Math.max(...ends);
    if (ends.length === 0 || last - now > RENEW_DAYS * DAY_MS) return [];
    const day = new Date(last).toISOString().slice(0, 10);
    return [
      {
        where: 'Certificates & secrets',
        problem: `The last ${kind} ${last <= now ? 'expired' : 'expires'} on ${day}.`,
        fix: `Run \`npm run configure-sso -- --credential ${kind}\`, which creates a new one.`,
      },
    ];
  });
}
