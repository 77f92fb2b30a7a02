import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { allUsers, type UserId } from '../../users.ts';
import type { ProviderState } from '../providerState.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** Cookies ignore ports: the name avoids conflicts with other programs on localhost. */
const COOKIE = 'sandbox_entra_session';

function sessionId(req: Request): string | undefined {
  const pairs = (req.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

/** Returns the accounts that are signed in in this browser, the latest last; or those of the scenario. */
export function sessionAccounts(provider: ProviderState, req: Request): readonly UserId[] {
  const { entraSession, user } = provider.state.scenario;
  const ofBrowser = () => [...(provider.sessions.get(sessionId(req) ?? '') ?? [])];
  switch (entraSession) {
    case 'browser':
    case 'signed-out':
      return ofBrowser();
    case 'signed-in':
      return provider.sessionEnded
        ? ofBrowser()
        : [...ofBrowser().filter((account) => account !== user), user];
    case 'cookies-blocked':
      return req.get('Sec-Fetch-Dest') === 'iframe' ? [] : ofBrowser();
  }
}

/**
 * Adds the account to the browser's session and returns the session id. The cookie is SameSite=None, because other sites
 * open the provider's pages.
 */
export function addToSession(provider: ProviderState, req: Request, res: Response, account: UserId): string {
  const known = sessionId(req);
  const id = known && provider.sessions.get(known) ? known : randomBytes(16).toString('base64url');
  const accounts = provider.sessions.get(id) ?? new Set<UserId>();
  accounts.delete(account);
  provider.sessions.set(id, accounts.add(account));
  res.append('Set-Cookie', `${COOKIE}=${id}; Path=/; Secure; HttpOnly; SameSite=None`);
  return id;
}

export function endSession(provider: ProviderState, req: Request, res: Response): void {
  provider.sessionEnded = true;
  provider.sessions.take(sessionId(req) ?? '');
  res.append('Set-Cookie', `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0`);
}

/** Returns the account that `login_hint` names if it is signed in, or else the only signed-in account. */
export function accountInSession(accounts: readonly UserId[], request: AuthorizeRequest): UserId | null {
  const hinted = hintedAccount(request.loginHint);
  if (request.loginHint !== undefined) return hinted && accounts.includes(hinted) ? hinted : null;
  return accounts.length === 1 ? (accounts[0] ?? null) : null;
}

export function hintedAccount(loginHint: string | undefined): UserId | null {
  const hint = loginHint?.toLowerCase();
  return allUsers.find(({ mail }) => mail === hint)?.id ?? null;
}
