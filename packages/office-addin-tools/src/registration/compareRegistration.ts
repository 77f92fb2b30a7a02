import type { Application } from './application.ts';
import { differencesOf } from './differences.ts';
import type { Finding } from '../finding.ts';
import type { WantedRegistration } from './wantedRegistration.ts';

const DAY_MS = 86_400_000;
/** A credential that ends within these days is worth a word. */
export const RENEW_DAYS = 30;

/**
 * What is wrong with the registration. Pure; empty: nothing.
 * @param now milliseconds, for credentials that end
 */
export function compareRegistration(
  actual: Application,
  wanted: WantedRegistration,
  now = Date.now(),
): Finding[] {
  const fix = 'Run `npm run configure-sso`, or set it there by hand: docs/register.md.';
  return [
    ...differencesOf(actual, wanted).list.map(({ where, problem }) => ({ where, problem, fix })),
    ...wanted.unknownScopes.map((scope) => ({
      where: 'SCOPE',
      problem: `Microsoft Graph has no delegated permission called ${scope}.`,
      fix: 'Write it in .ENV as "Microsoft Graph permissions reference" does, and run `npm run configure-sso`.',
    })),
    ...implicitGrant(actual),
    ...endingCredentials(actual, now),
  ];
}

/** Tokens in addresses: nothing of this project uses them, and they end up in logs and histories. */
export function implicitGrant({ web }: Application): Finding[] {
  const { enableIdTokenIssuance, enableAccessTokenIssuance } = web.implicitGrantSettings;
  if (!enableIdTokenIssuance && !enableAccessTokenIssuance) return [];
  return [
    {
      where: 'Authentication, Implicit grant',
      problem:
        'The implicit grant is switched on; the add-in does not use it, and it puts tokens into addresses.',
      fix: 'Clear both boxes there, unless another program of yours needs them.',
    },
  ];
}

/** Only the newest of each kind counts: older ones are replaced already. */
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
        problem: `The last ${kind} ${last <= now ? 'ended' : 'ends'} on ${day}.`,
        fix: `Run \`npm run configure-sso -- --credential ${kind}\`: it makes a new one.`,
      },
    ];
  });
}
