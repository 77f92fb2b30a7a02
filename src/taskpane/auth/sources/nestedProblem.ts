import type { ProblemCode } from '../../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../../contract/problem.ts';
import { entraRefusal } from '../../../contract/entra.ts';

/** By MSAL error code, because MSAL's class names don't survive minification. */
const codes: Record<string, ProblemCode> = {
  user_canceled: 'nested_cancelled',
  user_cancelled: 'nested_cancelled',
  no_network_connectivity: 'nested_no_network',
  nested_app_auth_bridge_disabled: 'nested_unavailable',
  timed_out: 'nested_timeout',
  access_denied: 'nested_cancelled',
  // Codes of the bridge, which MSAL.js passes on.
  NESTED_APP_AUTH_UNAVAILABLE: 'nested_unavailable',
  DISABLED: 'nested_unavailable',
};

/** Returns the problem for an error from MSAL.js. */
export function nestedProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const { name, errorCode, errorMessage, errorNo } = (error ?? {}) as Partial<Record<string, unknown>>;
  const msalCode = typeof errorCode === 'string' ? errorCode : 'no error code';
  const interaction = name === 'InteractionRequiredAuthError';
  const refused = entraRefusal({ errorCode, errorMessage, errorNo });
  const code = refused ?? codes[msalCode] ?? (interaction ? 'nested_interaction_required' : 'nested_failed');
  return new ProblemError(code, { detail: `MSAL.js: ${msalCode}.` }, { cause: error });
}
