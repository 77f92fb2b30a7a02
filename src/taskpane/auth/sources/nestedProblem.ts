import type { ProblemCode } from '../../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../../contract/problem.ts';

/** MSAL's error codes; its class names do not survive minification, so only codes are looked at. */
const codes: Record<string, ProblemCode> = {
  user_canceled: 'nested_cancelled',
  user_cancelled: 'nested_cancelled',
  no_network_connectivity: 'nested_no_network',
  nested_app_auth_bridge_disabled: 'nested_unavailable',
  // MSAL.js passes on the bridge's own code where the bridge gives one.
  NESTED_APP_AUTH_UNAVAILABLE: 'nested_unavailable',
  DISABLED: 'nested_unavailable',
};

/** What MSAL.js threw, as a problem of the catalogue. */
export function nestedProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const { name, errorCode } = (error ?? {}) as { name?: unknown; errorCode?: unknown };
  const said = typeof errorCode === 'string' ? errorCode : 'no error code';
  const interaction = name === 'InteractionRequiredAuthError';
  const code = codes[said] ?? (interaction ? 'nested_interaction_required' : 'nested_failed');
  return new ProblemError(code, { detail: `MSAL.js: ${said}.` }, { cause: error });
}
