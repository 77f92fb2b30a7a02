import type { AadstsOverrides } from './aadsts.ts';

/** Thrown inside the token endpoint; it answers with Entra ID's body for this number. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: number;
  readonly overrides: AadstsOverrides;

  constructor(code: number, overrides: AadstsOverrides = {}) {
    super(`AADSTS${code}`);
    this.code = code;
    this.overrides = overrides;
  }
}
