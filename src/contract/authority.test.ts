import { expect, it } from 'vitest';
import { federationAudience } from './authority.ts';

it.each([
  ['https://login.microsoftonline.com/common', 'api://AzureADTokenExchange'],
  ['https://login.microsoft.com/organizations', 'api://AzureADTokenExchange'],
  ['https://login.windows.net', 'api://AzureADTokenExchange'],
  ['https://localhost:3002/common', 'api://AzureADTokenExchange'],
  ['https://login.microsoftonline.us/common', 'api://AzureADTokenExchangeUSGov'],
  ['https://LOGIN.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
  ['https://login.microsoftonline.us:443/', 'api://AzureADTokenExchangeUSGov'],
  ['https://login.partner.microsoftonline.cn/organizations', 'api://AzureADTokenExchangeChina'],
  ['https://login.chinacloudapi.cn/common', 'api://AzureADTokenExchangeChina'],
  ['https://login.microsoftonline.us.evil.example/common', 'api://AzureADTokenExchange'],
])('returns the federation audience for %s: %s', (authority, audience) => {
  expect(federationAudience(authority)).toBe(audience);
});
