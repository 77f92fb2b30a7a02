import type { Frame } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Bridge {
  addEventListener(type: 'message', listener: (text: string) => void): void;
  postMessage(text: string): void;
}

/** Sends one request over the bridge. Returns null if there is no response within the time limit. */
function ask(pane: Frame, method: string, within: number) {
  return pane.evaluate(
    ([name, limit]) =>
      new Promise<unknown>((resolve) => {
        const { nestedAppAuthBridge: bridge } = window as unknown as { nestedAppAuthBridge: Bridge };
        const requestId = crypto.randomUUID();
        bridge.addEventListener('message', (text) => {
          const answer = JSON.parse(text) as { requestId: string };
          if (answer.requestId === requestId) resolve(answer);
        });
        bridge.postMessage(
          JSON.stringify({
            messageType: 'NestedAppAuthRequest',
            method: name,
            requestId,
            sendTime: Date.now(),
            tokenParams: { scope: 'User.Read' },
          }),
        );
        setTimeout(() => resolve(null), limit);
      }),
    [method, within] as const,
  );
}

test('the bridge sends requests to Office and returns its responses', async ({ open, host }) => {
  host.sandbox.state.setScenario({ nestedAppAuth: true });
  const pane = await open('?app=outlook');
  expect(await ask(pane, 'GetInitContext', 10_000)).toMatchObject({
    success: true,
    initContext: { accountContext: {} },
  });
  expect(await ask(pane, 'GetToken', 10_000)).toMatchObject({ success: true, token: {} });
  expect(host.sandbox.state.log.entries).toMatchObject([
    { kind: 'nested', method: 'GetInitContext', answer: 'ok' },
    { kind: 'nested', method: 'GetToken', answer: 'ok' },
  ]);
});

test('the bridge never responds in the scenario for it', async ({ open, host }) => {
  host.sandbox.state.setScenario({ nestedAppAuth: 'hang' });
  const pane = await open('?app=word');
  expect(await ask(pane, 'GetInitContext', 1500)).toBeNull();
  expect(host.sandbox.state.log.entries).toMatchObject([{ kind: 'nested', answer: 'hang' }]);
});

test('the bridge exists only in scenarios that have one', async ({ open, host }) => {
  const pane = await open('?app=word');
  const present = () => pane.evaluate(() => 'nestedAppAuthBridge' in window);
  expect(await present()).toBe(false);
  host.sandbox.state.setScenario({ nestedAppAuth: 'interaction' });
  await expect.poll(present).toBe(true);
  expect(await ask(pane, 'GetToken', 10_000)).toMatchObject({
    success: false,
    error: { status: 'USER_INTERACTION_REQUIRED' },
  });
});

test('the bridge appears after the hook was awaited, and stays when the host sends its state again', async ({
  open,
  host,
}) => {
  host.sandbox.state.setScenario({ nestedAppAuth: 'hook' });
  const pane = await open('?app=word');
  const present = () => pane.evaluate(() => 'nestedAppAuthBridge' in window);
  expect(await present()).toBe(false);
  await pane.evaluate(() =>
    (window as { __initializeNestedAppAuth?: () => Promise<void> }).__initializeNestedAppAuth?.(),
  );
  expect(await present()).toBe(true);
  host.sandbox.state.setScenario({ nestedAppAuth: 'hook', user: 'lee' });
  expect(await ask(pane, 'GetToken', 10_000)).toMatchObject({ success: true });
});

for (const [kind, ending] of [
  ['hook-empty', 'ended'],
  ['hook-rejects', 'rejected'],
  ['hook-hangs', 'waiting'],
] as const) {
  test(`${kind} leaves no bridge`, async ({ open, host }) => {
    host.sandbox.state.setScenario({ nestedAppAuth: kind });
    const pane = await open('?app=word');
    const ended = await pane.evaluate(() => {
      const hook = (window as { __initializeNestedAppAuth?: () => Promise<void> }).__initializeNestedAppAuth;
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('waiting'), 500));
      return Promise.race([
        hook?.().then(
          () => 'ended',
          () => 'rejected',
        ),
        late,
      ]);
    });
    expect(ended).toBe(ending);
    expect(await pane.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(false);
  });
}

test('NO_NETWORK is returned only for token requests', async ({ open, host }) => {
  host.sandbox.state.setScenario({ nestedAppAuth: 'no-network' });
  const pane = await open('?app=word');
  expect(await ask(pane, 'GetInitContext', 10_000)).toMatchObject({ success: true });
  expect(await ask(pane, 'GetToken', 10_000)).toMatchObject({ error: { status: 'NO_NETWORK' } });
});
