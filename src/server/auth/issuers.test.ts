import { expect, it } from 'vitest';
import { issuersOf } from './checkClaims.ts';

it.each([
  [
    'https://login.microsoftonline.com',
    'https://login.microsoftonline.com/t/v2.0',
    'https://sts.windows.net/t/',
  ],
  ['https://login.windows.net', 'https://login.microsoftonline.com/t/v2.0', 'https://sts.windows.net/t/'],
  [
    'https://login.microsoftonline.us',
    'https://login.microsoftonline.us/t/v2.0',
    'https://sts.windows.net/t/',
  ],
  [
    'https://login.partner.microsoftonline.cn',
    'https://login.partner.microsoftonline.cn/t/v2.0',
    'https://sts.chinacloudapi.cn/t/',
  ],
  [
    'https://login.chinacloudapi.cn',
    'https://login.partner.microsoftonline.cn/t/v2.0',
    'https://sts.chinacloudapi.cn/t/',
  ],
])('returns the v2.0 and v1.0 issuers of %s', (origin, v2, v1) => {
  expect(issuersOf({ origin }, 't')).toEqual({ v2, v1 });
});
