import type { AadstsOverrides } from './aadsts.ts';

/** An error of the token endpoint, which responds with Entra ID's body for the number. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /** AADSTS number. */
  readonly code: number;
  readonly overrides: AadstsOverrides;

  constructor(code: number, overrides: AadstsOverrides = {}) {
    super(`AADSTS${code}`);
    this.code = code;
    this.overrides = overrides;
  }
}
