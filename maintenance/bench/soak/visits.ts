import type { Pool } from 'undici';
import { pick } from '../endurance/randomSource.ts';
import type { Users } from './users.ts';

/** Results of the requests. */
export interface Tally {
  /** Number of requests by status and code; `left`: the client disconnected. */
  readonly outcomes: Record<string, number>;
  /** The first violations, in words. */
  readonly problems: string[];
  inFlight: number;
}

/** Problem codes that faults of Entra ID and Graph may cause. Any other code is a defect of the server. */
const EXPECTED = new Set([
  'claims_challenge',
  'consent_required',
  'assertion_expired',
  'graph_token_rejected',
  'throttled',
  'entra_error',
  'entra_unavailable',
  'entra_timeout',
  'graph_error',
  'graph_unavailable',
  'graph_timeout',
]);
const PATHS = ['/api/me', '/api/me', '/api/me', '/api/files', '/api/me/photo'];
const MAX_PROBLEMS = 20;
const RENEWS = 0.005;
const LEAVES = 0.03;
const BAD = 0.03;

/** Sends one request of one user: mostly valid, sometimes with a bad token or an abort. */
export async function visit(
  pool: Pool,
  users: Users,
  number: number,
  random: () => number,
  tally: Tally,
): Promise<void> {
  tally.inFlight += 1;
  const leave = new AbortController();
  const timer = random() < LEAVES ? setTimeout(() => leave.abort(), random() * 50) : undefined;
  try {
    const { oid, token } = await users.get(number, random() < RENEWS);
    const bad = random() < BAD ? await badToken(token, oid, users, random) : undefined;
    const path = pick(random, PATHS);
    const headers = { authorization: `Bearer ${bad ?? token}` };
    const { statusCode, body } = await pool.request({ path, method: 'GET', headers, signal: leave.signal });
    judge(statusCode, await body.text(), oid, bad !== undefined, tally);
  } catch (error) {
    if (leave.signal.aborted) add(tally, 'left');
    else wrong(tally, `no answer: ${String(error)}`);
  } finally {
    clearTimeout(timer);
    tally.inFlight -= 1;
  }
}

function badToken(token: string, oid: string, users: Users, random: () => number): string | Promise<string> {
  const [head, payload, signature = ''] = token.split('.');
  const forged = signature.split('').reverse().join('');
  const unknown = Buffer.from(`{"alg":"RS256","kid":"${random()}"}`).toString('base64url');
  const kinds = [
    () => 'nonsense',
    () => token.slice(0, 100),
    () => `${head}.${payload}.${forged}`,
    () => `${unknown}.${payload}.${signature}`,
    () => users.expired(oid),
  ];
  return pick(random, kinds)();
}

function judge(status: number, text: string, oid: string, bad: boolean, tally: Tally): void {
  if (status < 300) {
    add(tally, String(status));
    if (bad) wrong(tally, 'a bad token was accepted');
    const others = text.match(/cccccccc-0000-4000-8000-\d{12}/g)?.filter((found) => found !== oid) ?? [];
    if (others.length > 0) wrong(tally, `${oid} received the data of ${others[0]}`);
    if (!text.includes(oid) && status !== 204) wrong(tally, `${oid} received no user's data`);
    return;
  }
  const { code } = JSON.parse(text) as { code: string };
  add(tally, `${status} ${code}`);
  const fits = bad ? /^token_/.test(code) && status === 401 : EXPECTED.has(code) && status !== 500;
  // A forged key id triggers a key load, which may fail just then.
  if (!fits && !(bad && status >= 502)) wrong(tally, `${bad ? 'a bad' : 'a good'} token: ${status} ${code}`);
}

function add({ outcomes }: Tally, outcome: string): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}

function wrong(tally: Tally, what: string): void {
  add(tally, 'wrong');
  if (tally.problems.length < MAX_PROBLEMS) tally.problems.push(what);
}
