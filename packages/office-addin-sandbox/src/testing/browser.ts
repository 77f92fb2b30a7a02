import { createHash, randomBytes } from 'node:crypto';
import type { Response } from 'undici';
import { Registrations } from '../entra/registrations.ts';
import { API_SCOPE, SANDBOX_CLIENT_ID } from '../registration.ts';
import type { TestSandbox } from './testSandbox.ts';

/** Parameters at the redirect URI. */
export type RedirectParameters = Readonly<Record<string, string>>;

/** A minimal browser for the provider's pages: cookies, forms and redirects. */
export class TestBrowser {
  readonly #sandbox: TestSandbox;
  #cookies = new Map<string, string>();
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(sandbox: TestSandbox) {
    this.#sandbox = sandbox;
  }

  get redirectUri(): string {
    return `${this.#sandbox.origins.addin}/bridge.html`;
  }

  get apiScope(): string {
    return `${new Registrations(this.#sandbox.origins).first.appIdUri}/${API_SCOPE}`;
  }

  /** Opens the authorize endpoint like msal-browser. @param change parameters to add; undefined removes one */
  async open(
    change: Record<string, string | undefined> = {},
    tenant = 'common',
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const members = {
      client_id: SANDBOX_CLIENT_ID,
      redirect_uri: this.redirectUri,
      response_type: 'code',
      response_mode: 'fragment',
      scope: `${this.apiScope} User.Read Files.Read openid profile offline_access`,
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'some state',
      nonce: 'some nonce',
      client_info: '1',
      ...change,
    };
    const given = Object.entries(members).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const query = new URLSearchParams(given).toString();
    return this.#send(`${this.#sandbox.origins.entra}/${tenant}/oauth2/v2.0/authorize?${query}`, { headers });
  }

  /** Clicks one button on each page. Returns the last response. */
  async press(answer: Response, ...actions: string[]): Promise<Response> {
    let page = answer;
    for (const action of actions) {
      const html = await page.text();
      const target = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
      if (!target || !html.includes(`data-testid="${action}"`))
        throw new Error(`No button ${action} on: ${html}`);
      page = await this.#send(target, { method: 'POST', body: new URLSearchParams({ action }) });
    }
    return page;
  }

  async send(url: string): Promise<Response> {
    return this.#send(url);
  }

  async #send(
    url: string,
    init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#sandbox.fetch(url, { ...init, headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (line.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** Redeems the code like the add-in's page. */
  async redeem(
    code: string,
    change: Record<string, string> = {},
    origin: string | null = null,
  ): Promise<Response> {
    return this.#redeem(
      {
        grant_type: 'authorization_code',
        code,
        redirect_uri: this.redirectUri,
        code_verifier: this.verifier,
        scope: `${this.apiScope} openid profile offline_access`,
        ...change,
      },
      origin ?? this.#sandbox.origins.addin,
    );
  }

  async refresh(token: string, scope: string): Promise<Response> {
    const form = { grant_type: 'refresh_token', refresh_token: token, scope };
    return this.#redeem(form, this.#sandbox.origins.addin);
  }

  #redeem(form: Record<string, string>, origin: string): Promise<Response> {
    return this.#sandbox.fetch(
      `${this.#sandbox.origins.entra}/common/oauth2/v2.0/token?client-request-id=x`,
      {
        method: 'POST',
        headers: origin === '' ? {} : { origin },
        body: new URLSearchParams({ client_id: SANDBOX_CLIENT_ID, client_info: '1', ...form }),
      },
    );
  }
}

/** Returns the parameters of a redirect to the add-in. Throws if the response isn't a redirect. */
export function redirected(answer: Response): RedirectParameters {
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null)
    throw new Error(`Expected a redirect, got status ${answer.status}.`);
  const { hash, search } = new URL(location);
  return Object.fromEntries(new URLSearchParams(hash.slice(1) || search));
}
