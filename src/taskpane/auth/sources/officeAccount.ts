import { sameCloud } from '../../../contract/entra.ts';
import { ProblemError } from '../../../contract/problem.ts';
import { withTimeLimit } from '../../../contract/timeLimit.ts';

/** getAuthContext has no time limit. */
const TIME_LIMIT_MS = 3_000;

/** The account that the user is signed in to Office with. Office doesn't vouch for it: use it only to ask Entra ID. */
export type OfficeAccount = Pick<Office.AuthContext, 'userObjectId' | 'tenantId' | 'userPrincipalName'> & {
  readonly hint: string;
};

/** The part of Office that tells the account. Builds before NestedAppAuth 1.1 lack getAuthContext. */
export interface OfficeAuthContext {
  readonly auth?: { readonly getAuthContext?: () => Promise<Partial<Office.AuthContext> | undefined> };
}

/**
 * Returns the account of Office.
 * @param authority AUTHORITY, such as https://login.microsoftonline.com/common
 * @throws ProblemError nested_unavailable if Office does not name it in time, or if it belongs to another cloud
 */
export async function readOfficeAccount(
  { auth }: OfficeAuthContext,
  authority: string,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<OfficeAccount> {
  const context = await readContext(auth, timeLimitMs);
  const { userPrincipalName = '', loginHint, authorityBaseUrl } = context;
  const hint = loginHint || userPrincipalName;
  if (hint === '') throw unavailable('Office does not name the account.');
  // The server accepts only tokens of AUTHORITY's cloud.
  if (authorityBaseUrl !== undefined && !sameCloud(authority, authorityBaseUrl))
    throw unavailable('The account belongs to another cloud than AUTHORITY.');
  return {
    hint,
    userPrincipalName,
    userObjectId: context.userObjectId ?? '',
    tenantId: context.tenantId ?? '',
  };
}

async function readContext(
  auth: OfficeAuthContext['auth'],
  timeLimitMs: number,
): Promise<Partial<Office.AuthContext>> {
  if (!auth?.getAuthContext) throw unavailable('Office has no getAuthContext.');
  const late = () => unavailable('getAuthContext did not answer.');
  try {
    return (await withTimeLimit(auth.getAuthContext(), timeLimitMs, late)) ?? {};
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const { code } = (error ?? {}) as { code?: unknown };
    throw unavailable(`getAuthContext failed${typeof code === 'number' ? ` with code ${code}` : ''}.`);
  }
}

const unavailable = (detail: string) => new ProblemError('nested_unavailable', { detail });

/** The account of a sign-in, as MSAL.js describes it. */
interface SignedInAccount {
  readonly homeAccountId: string;
  readonly localAccountId: string;
  readonly username: string;
}

/** Returns whether MSAL.js signed in Office's account. A guest has another object id in the tenant of AUTHORITY. */
export function isSameAccount(office: OfficeAccount, account: SignedInAccount): boolean {
  const lower = (text: string) => text.toLowerCase();
  const { userObjectId, tenantId, userPrincipalName } = office;
  return (
    lower(account.homeAccountId) === lower(`${userObjectId}.${tenantId}`) ||
    (userObjectId !== '' && lower(account.localAccountId) === lower(userObjectId)) ||
    (userPrincipalName !== '' && lower(account.username) === lower(userPrincipalName))
  );
}
