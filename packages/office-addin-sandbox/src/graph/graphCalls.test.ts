import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../registration.ts';
import { officeToken } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';
import { GraphError, type GraphCall } from './graphCalls.ts';

const calls: GraphCall[] = [
  {
    path: '/v1.0/me/calendarView',
    permission: 'Calendars.Read',
    answer: ({ user, query, files }) => {
      if (!files) throw new GraphError(404, 'MailboxNotEnabledForRESTAPI', 'No mailbox.');
      return { owner: user.mail, value: files.slice(0, Number(query['$top'])).map(({ name }) => name) };
    },
  },
  {
    method: 'POST',
    path: '/v1.0/me/events/:id/accept',
    permission: 'Calendars.ReadWrite',
    answer: ({ params, body }) => {
      accepted.push({ id: params['id'], body });
      return undefined;
    },
  },
];
const accepted: unknown[] = [];
let sandbox: TestSandbox;

beforeAll(async () => (sandbox = await startTestSandbox({ graph: calls })));
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

async function call(scope: string, path: string, init: { method?: string; body?: string } = {}) {
  const { access_token: token } = await json<{ access_token: string }>(
    sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        client_id: SANDBOX_CLIENT_ID,
        client_secret: SANDBOX_CLIENT_SECRET,
        scope,
        assertion: await officeToken(sandbox),
      }),
    }),
  );
  return sandbox.fetch(`${sandbox.origins.graph}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
}

it("passes the user, the query and the scenario's files", async () => {
  sandbox.state.setScenario({ files: [{ name: 'Plan.docx' }, { name: 'Budget.xlsx' }] });
  const answer = await call('Calendars.Read', '/v1.0/me/calendarView?$top=1');
  expect(await answer.json()).toEqual({ owner: 'adele.vance@contoso.example', value: ['Plan.docx'] });
  expect(sandbox.state.log.entries.at(-1)).toMatchObject({
    kind: 'graph',
    path: '/v1.0/me/calendarView',
    answer: 'ok',
  });
});

it('sends a GraphError in the format of Graph', async () => {
  sandbox.state.setScenario({ user: 'megan' });
  const answer = await call('Calendars.Read', '/v1.0/me/calendarView');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'MailboxNotEnabledForRESTAPI' } });
});

it('returns 403 without the permission', async () => {
  expect((await call('User.Read', '/v1.0/me/calendarView')).status).toBe(403);
});

it('applies errors of the scenario before the call', async () => {
  sandbox.state.setScenario({ graph: [503] });
  expect((await call('Calendars.Read', '/v1.0/me/calendarView')).status).toBe(503);
});

it('passes parameters and JSON, and returns 204 without a body', async () => {
  const init = { method: 'POST', body: JSON.stringify({ comment: 'Yes' }) };
  expect((await call('Calendars.ReadWrite', '/v1.0/me/events/A1/accept', init)).status).toBe(204);
  expect(accepted).toEqual([{ id: 'A1', body: { comment: 'Yes' } }]);
});
