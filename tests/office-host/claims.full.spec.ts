import type { ScenarioInput } from 'office-addin-sandbox';
import { expect, expectSignedIn, signInByWindow, test, type Sandbox } from '../support/fixtures.ts';

/** Claims challenges of the server, with nested app authentication: through Office's bridge, and on the web without one. */

/** What Entra ID asks for. MSAL.js adds the client's capabilities. */
const asked = { access_token: { acrs: { essential: true, value: 'c1' } } };
const refusal = { aadsts: 50076, claims: asked, suberror: 'basic_action' } as const;

/** Office has no single sign-on, as on phones. */
const noSso = { getAccessToken: [13012] };
const bridge: ScenarioInput = { ...noSso, nestedAppAuth: true };
const web: ScenarioInput = {
  ...noSso,
  nestedAppAuth: false,
  requirementSets: { NestedAppAuth: '1.1' },
  entraSession: 'signed-in',
};

/** Challenges of Entra ID for the exchange on behalf of the user, and of Graph (continuous access evaluation). */
const challenges: [what: string, scenario: ScenarioInput][] = [
  ['Entra ID challenges the server', { obo: [refusal, 'ok'] }],
  ['Graph challenges the server', { graph: ['cae'], obo: ['ok', refusal, 'ok'] }],
];

const parsed = (entry: Record<string, unknown>) => JSON.parse(String(entry['claims'])) as object;

async function oboAnswers(sandbox: Sandbox) {
  return (await sandbox.log('obo')).map(({ answer }) => answer);
}

for (const [what, scenario] of challenges) {
  test(`with a bridge: ${what}, and the token with the claims succeeds`, async ({ sandbox, open }) => {
    await sandbox.scenario({ ...bridge, ...scenario });
    const { page, frame } = await open('outlook');
    await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'nested_interaction_required');
    await frame.getByTestId('sign-in').click();
    await expectSignedIn(frame);
    const requests = (await sandbox.log('nested')).filter(({ method }) => method !== 'GetInitContext');
    expect(requests.map(({ method, answer }) => [method, answer])).toEqual([
      ['GetToken', 'ok'],
      // The claims bypass the cache, and only the user can satisfy them.
      ['GetToken', 'USER_INTERACTION_REQUIRED'],
      ['GetTokenPopup', 'ok'],
    ]);
    expect(requests[0]).not.toHaveProperty('claims');
    expect(requests[1]).toMatchObject({ forceRefresh: true });
    for (const request of requests.slice(1)) expect(parsed(request)).toMatchObject(asked);
    expect((await oboAnswers(sandbox)).at(-1)).toBe('ok');
    expect((await sandbox.log('graph')).at(-1)).toMatchObject({ answer: 'ok' });
    expect(await sandbox.log('dialog')).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
  });

  test(`without a bridge: ${what}, and the token with the claims succeeds`, async ({ sandbox, open }) => {
    await sandbox.scenario({ ...web, ...scenario });
    const { page, frame } = await open('word');
    await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'nested_interaction_required');
    await signInByWindow(page, frame);
    const requests = await sandbox.log('signIn');
    expect(requests.map(({ flow, answer }) => [flow, answer])).toEqual([
      ['silent', 'ok'],
      ['refresh', 50076],
      ['interactive', 'ok'],
    ]);
    expect(requests[0]).toMatchObject({ claims: false });
    for (const request of requests.slice(1)) expect(parsed(request)).toMatchObject(asked);
    expect((await oboAnswers(sandbox)).at(-1)).toBe('ok');
    expect((await sandbox.log('graph')).at(-1)).toMatchObject({ answer: 'ok' });
    expect(await sandbox.log('dialog')).toEqual([]);
  });
}

test('with a bridge: a second, identical challenge stops and offers another way', async ({
  sandbox,
  open,
}) => {
  await sandbox.scenario({ ...bridge, obo: [refusal] });
  const { frame } = await open('outlook');
  await frame.getByTestId('sign-in').click();
  await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'claims_challenge');
  await expect(frame.getByTestId('progress')).toBeHidden();
  expect(
    (await sandbox.log('nested')).map(({ method }) => method).filter((name) => name !== 'GetInitContext'),
  ).toEqual(['GetToken', 'GetToken', 'GetTokenPopup']);
});

test('without a bridge: a second, identical challenge stops', async ({ sandbox, open }) => {
  await sandbox.scenario({ ...web, obo: [refusal] });
  const { page, frame } = await open('word');
  await frame.getByTestId('sign-in').click();
  await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'claims_challenge');
  await expect(frame.getByTestId('progress')).toBeHidden();
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect((await sandbox.log('signIn')).map(({ flow }) => flow)).toEqual(['silent', 'refresh', 'interactive']);
});
