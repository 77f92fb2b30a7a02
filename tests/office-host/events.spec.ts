import type { APIRequestContext } from '@playwright/test';
import { users, type LaunchEventResult, type ScenarioInput } from 'office-addin-sandbox';
import { english } from '../../src/events/translations.ts';
import { startStack } from 'office-addin-tools/testing';
import { expect, expectSignedIn, FIRST_PORT, Sandbox, test as base } from '../support/fixtures.ts';

/** The handlers in src/events, in the sandbox: in the page of Outlook on the web, and in the script of classic Outlook. */

type Runtime = 'page' | 'script';
const runtimes: readonly Runtime[] = ['page', 'script'];

/** Time that the sandbox gives a handler, with loading. Outlook gives 300 seconds; the handlers end after 8. */
const LIMIT_MS = 15_000;

interface Message {
  readonly signature?: { readonly data: string };
  readonly notifications?: Readonly<Record<string, { readonly message: string }>>;
}

interface Raised extends LaunchEventResult {
  readonly elapsedMs: number;
}

/** Raises an event in the open page of a sandbox. */
function raiseIn(request: APIRequestContext, office: string) {
  return async (type: string, runtime: Runtime): Promise<Raised> => {
    const start = Date.now();
    const answer = await request.post(`${office}/__sandbox/launch-event`, { data: { type, runtime } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return { ...((await answer.json()) as LaunchEventResult), elapsedMs: Date.now() - start };
  };
}

const test = base.extend<{ raise: ReturnType<typeof raiseIn>; message: () => Promise<Message> }>({
  raise: async ({ stack, request }, use) => use(raiseIn(request, stack.origins.office)),
  message: async ({ sandbox }, use) => {
    await use(async () => {
      const { content } = await sandbox.document('outlook');
      const found = (content as { kind: string; properties?: Message }[]).find(
        ({ kind }) => kind === 'properties',
      );
      return found?.properties ?? {};
    });
  },
});

const noDialog = expect.not.arrayContaining([expect.objectContaining({ kind: 'dialog' })]) as unknown;

for (const runtime of runtimes) {
  test(`the ${runtime} inserts name and title from our server, and lets the message go @full`, async ({
    sandbox,
    open,
    raise,
    message,
  }) => {
    const { page } = await open('outlook');
    expect(await raise('OnNewMessageCompose', runtime)).toMatchObject({
      handlers: [{ functionName: 'onNewMessageCompose', runtime, answer: 'completed' }],
    });
    const { signature, notifications } = await message();
    expect(signature?.data).toBe(
      `<div>${users.adele.displayName}</div><div>${users.adele.jobTitle ?? ''}</div>`,
    );
    expect(notifications).toBeUndefined();
    expect(await raise('OnMessageSend', runtime)).toMatchObject({
      sent: true,
      handlers: [{ functionName: 'onMessageSend', answer: 'completed', options: { allowEvent: true } }],
    });
    await expect(page.getByTestId('event-status')).toHaveText('Send message: sent.');
    expect(await sandbox.log()).toEqual(noDialog);
  });
}

const failures: [what: string, scenario: ScenarioInput][] = [
  ['there is no token', { getAccessToken: [13001] }],
  ['the user is signed out of Office', { signedInToOffice: false }],
  ['consent is missing', { obo: [{ aadsts: 65001, suberror: 'consent_required' }] }],
  ['the server gets no answer from Graph', { graph: ['hang'] }],
  ['Office returns no token', { getAccessToken: ['hang'] }],
];

for (const [what, scenario] of failures) {
  for (const runtime of runtimes) {
    test(`the ${runtime} tells the user within the limit if ${what} @full`, async ({
      sandbox,
      open,
      raise,
      message,
    }) => {
      await sandbox.scenario({ ...scenario, launchEventLimitMs: LIMIT_MS });
      const { page } = await open('outlook');
      const composed = await raise('OnNewMessageCompose', runtime);
      expect(composed).toMatchObject({ handlers: [{ answer: 'completed' }] });
      expect(composed.elapsedMs).toBeLessThan(LIMIT_MS);
      const { signature, notifications } = await message();
      expect(signature).toBeUndefined();
      expect(Object.values(notifications ?? {})).toMatchObject([{ message: english.noSignature }]);

      const sending = await raise('OnMessageSend', runtime);
      expect(sending).toMatchObject({
        sent: false,
        handlers: [{ answer: 'completed', options: { allowEvent: false, errorMessage: english.notChecked } }],
        alert: { message: english.notChecked, buttons: ['Send Anyway', "Don't Send"] },
      });
      expect(sending.elapsedMs).toBeLessThan(LIMIT_MS);
      await expect(page.getByTestId('smart-alert-message')).toHaveText(english.notChecked);
      await page.getByRole('button', { name: 'Send Anyway' }).click();
      await expect(page.getByTestId('event-status')).toHaveText('Send message: sent.');
      expect(await sandbox.log()).toEqual(noDialog);
    });
  }
}

test('the next message gets its signature after the user has signed in @full', async ({
  sandbox,
  open,
  raise,
  message,
}) => {
  await sandbox.scenario({ signedInToOffice: false });
  await open('outlook');
  await raise('OnNewMessageCompose', 'page');
  expect(await message()).toHaveProperty('notifications');
  await sandbox.scenario({});
  await raise('OnNewMessageCompose', 'page');
  expect((await message()).signature?.data).toContain(users.adele.displayName);
});

for (const runtime of runtimes) {
  test(`the ${runtime} tells the user when the server stops, and Outlook offers to send anyway @full`, async ({
    page,
    playwright,
  }, { parallelIndex }) => {
    // The ports after those of the worker's stack, which the other tests need.
    const own = await startStack({ port: FIRST_PORT + parallelIndex * 10 + 5 });
    const request = await playwright.request.newContext({ ignoreHTTPSErrors: true });
    try {
      const sandbox = new Sandbox(request, own.origins.office);
      const raise = raiseIn(request, own.origins.office);
      await page.goto(`${own.origins.office}/?app=outlook`);
      await expectSignedIn(page.frameLocator('[data-testid="pane-frame"]'));
      await sandbox.scenario({ graph: ['hang'] });
      const composing = raise('OnNewMessageCompose', runtime);
      await expect.poll(async () => (await sandbox.log('graph')).length).toBeGreaterThan(0);
      await own.server.kill();
      expect(await composing).toMatchObject({ handlers: [{ answer: 'completed' }] });
      await expect(page.getByTestId('mail-notification')).toHaveText(english.noSignature);
      // Outlook can't load the handlers either.
      const sending = await raise('OnMessageSend', runtime);
      expect(sending).toMatchObject({ sent: false });
      expect(sending.alert?.buttons).toContain('Send Anyway');
      await page.getByRole('button', { name: 'Send Anyway' }).click();
      await expect(page.getByTestId('event-status')).toHaveText('Send message: sent.');
    } finally {
      await request.dispose();
      await own.close();
    }
  });
}
