import type { ProblemCode } from '../contract/catalogue.ts';

/** The members of an MSAL.js error. Its class names don't survive minification. */
export interface MsalError {
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly subError?: string;
  readonly errorNo?: string | number;
}

/**
 * Returns the problem to report when the sign-in ended without a token. Entra ID answers `access_denied` both to Cancel
 * (`error_subcode=cancel`) and to declined consent (AADSTS65004).
 */
export function signInProblem(error: MsalError): { code: ProblemCode; detail: string } {
  const { errorCode = 'no error code', errorMessage = '', subError = '', errorNo } = error;
  const number = String(errorNo ?? /AADSTS(\d+)/.exec(errorMessage)?.[1] ?? '');
  const detail = `MSAL.js: ${[errorCode, subError, number && `AADSTS${number}`].filter(Boolean).join(', ')}.`;
  return { code: codeOf(errorCode, number), detail };
}

function codeOf(errorCode: string, number: string): ProblemCode {
  if (number === '65004' || errorCode === 'consent_declined') return 'consent_declined';
  if (number === '90094' || number === '90093') return 'admin_consent_required';
  if (number === '53003' || number === '53000') return 'policy_blocked';
  switch (errorCode) {
    case 'access_denied':
    case 'user_cancelled':
    case 'user_canceled':
      return 'dialog_cancelled';
    case 'timed_out':
    case 'redirect_bridge_timeout':
      return 'dialog_timeout';
    case 'no_network_connectivity':
    case 'post_request_failed':
    case 'get_request_failed':
    case 'endpoints_resolution_error':
      return 'network_unreachable';
    default:
      return 'dialog_failed';
  }
}
