import { afterAll, beforeAll, expect, it } from 'vitest';
import { testAddin } from '../testing/addins.ts';
import { postControl } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';

let sandbox: TestSandbox;
let token = '';
beforeAll(async () => {
  sandbox = await startTestSandbox({ addins: [testAddin('open', 'https://localhost:4003')] });
  sandbox.state.setScenario({ nestedAppAuth: true });
  const request = {
    messageType: 'NestedAppAuthRequest',
    method: 'GetToken',
    requestId: 'r',
    tokenParams: { clientId: 'any', scope: 'User.Read' },
  };
  const answer = await json<{ token: { access_token: string } }>(
    postControl(sandbox, 'office/nested', request),
  );
  token = answer.token.access_token;
});
afterAll(() => sandbox.close());

it('answers the preflight of a page', async () => {
  const response = await sandbox.fetch(`${sandbox.origins.graph}/v1.0/me`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://localhost:4003',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe('authorization');
});

it.each(['Bearer ', ''])(
  'accepts a token with the scheme %j, and lets the page read the response',
  async (scheme) => {
    const response = await sandbox.fetch(`${sandbox.origins.graph}/v1.0/me`, {
      headers: { Authorization: `${scheme}${token}`, Origin: 'https://localhost:4003' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  },
);

it('lets the page read an error', async () => {
  const response = await sandbox.fetch(`${sandbox.origins.graph}/v1.0/me`);
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
});
