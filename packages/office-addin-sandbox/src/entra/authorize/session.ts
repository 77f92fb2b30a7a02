import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { everyone, type PersonId } from '../../people.ts';
import type { Directory } from '../directory.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** Cookies know no ports: the name keeps it apart from other programs on localhost. */
const COOKIE = 'sandbox_entra_session';

function sessionId(req: Request): string | undefined {
  const pairs = (req.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

/** Who has signed in with this browser, the latest last. */
export function signedIn(directory: Directory, req: Request): readonly PersonId[] {
  return [...(directory.sessions.get(sessionId(req) ?? '') ?? [])];
}

/** SameSite=None, as a real provider needs it: its pages are asked for from other sites. @returns the session's id */
export function remember(directory: Directory, req: Request, res: Response, account: PersonId): string {
  const known = sessionId(req);
  const id = known && directory.sessions.get(known) ? known : randomBytes(16).toString('base64url');
  const accounts = directory.sessions.get(id) ?? new Set<PersonId>();
  accounts.delete(account);
  directory.sessions.set(id, accounts.add(account));
  res.append('Set-Cookie', `${COOKIE}=${id}; Path=/; Secure; HttpOnly; SameSite=None`);
  return id;
}

export function forget(directory: Directory, req: Request, res: Response): void {
  directory.sessions.take(sessionId(req) ?? '');
  res.append('Set-Cookie', `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0`);
}

/** The account of the session that the request is about: the hinted one, or the only one. Pure. */
export function accountInSession(accounts: readonly PersonId[], request: AuthorizeRequest): PersonId | null {
  const hinted = hintedAccount(request.loginHint);
  if (request.loginHint !== undefined) return hinted && accounts.includes(hinted) ? hinted : null;
  return accounts.length === 1 ? (accounts[0] ?? null) : null;
}

export function hintedAccount(loginHint: string | undefined): PersonId | null {
  const hint = loginHint?.toLowerCase();
  return everyone.find(({ mail }) => mail === hint)?.id ?? null;
}
