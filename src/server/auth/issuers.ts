import type { Authority } from '../config.ts';

/** Tenant of all personal Microsoft accounts. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Other names of an authority; tokens always carry the first one. */
const ALIASES: Readonly<Record<string, string>> = {
  'https://login.microsoft.com': 'https://login.microsoftonline.com',
  'https://login.windows.net': 'https://login.microsoftonline.com',
  'https://login.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
};

export interface Issuers {
  /** `iss` of a token with `ver` 2.0. */
  readonly v2: string;
  /** `iss` of a token with `ver` 1.0, which Office may bring too. */
  readonly v1: string;
}

/** The only two issuers that a token of this tenant can have. */
export function issuersOf(authority: Pick<Authority, 'origin'>, tid: string): Issuers {
  const origin = ALIASES[authority.origin] ?? authority.origin;
  const china = origin === 'https://login.partner.microsoftonline.cn';
  return {
    v2: `${origin}/${tid}/v2.0`,
    v1: `https://sts.${china ? 'chinacloudapi.cn' : 'windows.net'}/${tid}/`,
  };
}
