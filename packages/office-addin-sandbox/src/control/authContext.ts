import type { SandboxOrigins } from '../ports.ts';
import { CONSUMER_TENANT_ID, users } from '../users.ts';
import type { SandboxState } from '../state.ts';
import type { OfficeSession } from './officeSession.ts';

/** The reply to the pane: what `Office.auth.getAuthContext` returns, an error code, or never an answer. */
export type AuthContextReply = { readonly context: AuthContext } | { readonly error: number } | 'hang';

/** The account that the user is signed in to Office with (`Office.AuthContext` of office.js). */
export interface AuthContext {
  readonly userObjectId: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  readonly authorityType: 'aad' | 'msa' | 'other';
  readonly authorityBaseUrl: string;
  readonly loginHint: string;
}

/** Answers `Office.auth.getAuthContext` according to the scenario. */
export function authContextReply(
  state: SandboxState,
  origins: SandboxOrigins,
  session: OfficeSession,
): AuthContextReply {
  const scripted = state.next('authContext');
  if (scripted === 'hang') return scripted;
  if (typeof scripted === 'number') return { error: scripted };
  if (!session.signedIn) return { error: 13001 };
  const { oid, tenant, mail } = users[state.scenario.user];
  const context: AuthContext = {
    userObjectId: oid,
    tenantId: tenant.id,
    userPrincipalName: mail,
    authorityType: tenant.id === CONSUMER_TENANT_ID ? 'msa' : 'aad',
    authorityBaseUrl: origins.entra,
    loginHint: mail,
  };
  return { context: { ...context, ...(typeof scripted === 'object' ? scripted : {}) } as AuthContext };
}
