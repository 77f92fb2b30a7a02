import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Tests a deployed server from outside, without an account. */

export interface SmokeOptions {
  /** Such as https://addin-staging.azurewebsites.net */
  readonly origin: string;
  /** Folder of the deployed build. If set, the server must serve the page of this build. */
  readonly site?: string | undefined;
  /** How long to wait for readiness, in milliseconds. */
  readonly readyMs: number;
  readonly print: (sentence: string) => void;
  readonly fetch?: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Routes that every server of the starter has. */
const routes = { healthz: '/healthz', readyz: '/readyz', me: '/api/me' } as const;
const EVERY_MS = 5_000;
const REQUEST_MS = 20_000;
const PAGE = '/taskpane.html';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Returns one sentence per problem; empty if the test passes. */
export async function smokeTest(options: SmokeOptions): Promise<string[]> {
  const ask = (path: string) => request(options, path);
  const notReady = await untilReady(options, ask);
  if (notReady !== undefined) return [notReady];
  options.print('The server is ready.');
  const page = await ask(PAGE);
  const problems = [
    expectStatus(await ask(routes.healthz), routes.healthz, 200),
    expectStatus(page, PAGE, 200),
    ...['content-security-policy', 'strict-transport-security', 'x-content-type-options']
      .filter((name) => !page.headers.has(name))
      .map((name) => `${PAGE} has no ${name}`),
    ...(await checkAssets(page.text, ask)),
    await checkBuild(page.text, options.site),
    await checkApi(ask),
    // The server's code must not be served.
    expectStatus(await ask('/server.js'), '/server.js', 404),
    expectStatus(await ask('/server.js.map'), '/server.js.map', 404),
  ];
  return problems.filter((one) => one !== undefined);
}

type Ask = (path: string) => Promise<Answer>;

/** Returns status 0 if there is no answer; then the text is the error code or message. */
async function request({ origin, fetch: send = fetch }: SmokeOptions, path: string): Promise<Answer> {
  try {
    const response = await send(origin + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return { status: 0, headers: new Headers(), text: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; errors?: { code?: string }[] } };
  // A host with several addresses fails with one error for each.
  return cause?.code ?? cause?.errors?.[0]?.code ?? message;
}

async function untilReady(options: SmokeOptions, ask: Ask): Promise<string | undefined> {
  const { readyMs, print, now = Date.now, wait = pause } = options;
  const end = now() + readyMs;
  let said: string | undefined;
  for (;;) {
    const answer = await ask(routes.readyz);
    if (answer.status === 200) return undefined;
    const permanent = permanentProblem(options.origin, answer);
    if (permanent !== undefined) return permanent;
    if (now() + EVERY_MS > end)
      return `${routes.readyz} was not ready within ${Math.round(readyMs / 1000)} s: ${describeAnswer(answer)}`;
    if (said !== describeAnswer(answer)) print(`Not ready yet: ${(said = describeAnswer(answer))}`);
    await wait(EVERY_MS);
  }
}

const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:VERIFY|GET_ISSUER|DECODE|DECRYPT)|ERROR_IN_CERT|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)/u;
/** Temporary: Request Timeout, Too Early, Too Many Requests (RFC 9110, RFC 8470, RFC 6585). */
const TEMPORARY = [408, 425, 429];

/** Returns a sentence with the fix if waiting cannot help. */
function permanentProblem(origin: string, { status, headers, text }: Answer): string | undefined {
  const { host, hostname } = new URL(origin);
  if (status === 0) {
    if (text === 'ENOTFOUND')
      return `the host ${hostname} does not exist (ENOTFOUND); check --origin and the DNS record`;
    if (text === 'EPROTO' || /^ERR_SSL_(?:WRONG|PACKET)/u.test(text))
      return `${host} does not speak TLS (${text}); check the port, and http or https in --origin`;
    if (CERTIFICATE.test(text)) {
      return (
        `the certificate of ${host} is not trusted (${text}); install a valid one, or name its authority in ` +
        'NODE_EXTRA_CA_CERTS'
      );
    }
    return undefined;
  }
  if (status >= 300 && status < 400) {
    return `${routes.readyz} redirects to ${headers.get('location') ?? 'another address'}; name that origin in --origin`;
  }
  if (status < 400 || status >= 500 || TEMPORARY.includes(status)) return undefined;
  return `${routes.readyz} answers status ${status}; ${origin} is not a server of this add-in`;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const describeAnswer = ({ status, text }: Answer) =>
  status === 0 ? `no answer (${text})` : `status ${status}`;

function expectStatus(answer: Answer, path: string, wanted: number): string | undefined {
  return answer.status === wanted
    ? undefined
    : `${path} answers ${describeAnswer(answer)} instead of ${wanted}`;
}

/** Returns the paths of the build's scripts and styles in a page. */
export function assetsOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, path]) => path ?? '');
}

async function checkAssets(html: string, ask: Ask): Promise<(string | undefined)[]> {
  const paths = assetsOf(html);
  if (paths.length === 0) return [`${PAGE} names no scripts`];
  return Promise.all(paths.map(async (path) => expectStatus(await ask(path), path, 200)));
}

/** Compares asset names, which contain content hashes: equal names mean the same build. */
async function checkBuild(html: string, site: string | undefined): Promise<string | undefined> {
  if (site === undefined) return undefined;
  const built = assetsOf(await readFile(join(site, 'public', PAGE), 'utf8'));
  return built.join() === assetsOf(html).join() ? undefined : `${PAGE} is from another build than ${site}`;
}

/** Checks that the API answers a request without a token with problem details: routes and settings work. */
async function checkApi(ask: Ask): Promise<string | undefined> {
  const answer = await ask(routes.me);
  const known = answer.status === 401 && answer.text.includes('"token_missing"');
  return known
    ? undefined
    : `${routes.me} without a token answers ${describeAnswer(answer)} instead of 401, token_missing`;
}
