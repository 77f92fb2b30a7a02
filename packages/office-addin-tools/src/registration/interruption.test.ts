// @module-tag full
import { expect, it } from 'vitest';
import { dryConfigure, type DryConfigure } from './testing/dryConfigure.ts';
import { brokenRules } from './testing/registrationRules.ts';

/** Expects the same result as after an uninterrupted run. */
function expectComplete(dry: DryConfigure): void {
  expect(dry.applications()).toHaveLength(1);
  expect(brokenRules(dry.application(), { host: 'localhost:3000' })).toEqual([]);
  const { appId } = dry.application();
  expect(dry.principals().filter((id) => id === appId)).toHaveLength(1);
  expect(dry.read('.ENV')).toContain(`CLIENT_ID=${appId}`);
  expect(dry.read('manifest.xml')).toContain(`api://localhost:3000/${appId}<`);
  expect(dry.read('manifest.outlook.xml')).toContain(`api://localhost:3000/${appId}<`);
}

/** @returns whether the first run was interrupted */
async function cutAndRepeat(
  cut: (dry: DryConfigure) => Promise<void>,
  args: readonly string[] = [],
): Promise<boolean> {
  const dry = dryConfigure();
  try {
    const cutOff = await cut(dry).then(
      () => false,
      () => true,
    );
    await dry.run(args);
    expectComplete(dry);
    if (args.length === 0) expect(dry.read('.ENV.local')).toMatch(/^CLIENT_SECRET=.+$/m);
    else expect(dry.application().keyCredentials).toHaveLength(1);
    return cutOff;
  } finally {
    dry.close();
  }
}

it.each([
  ['before', []],
  ['after', []],
  ['after', ['--credential', 'certificate']],
] as const)(
  'completes on the second run if the connection is lost %s any request %j',
  async (when, args) => {
    let cuts = 0;
    for (let request = 1; request < 40; request += 1) {
      const situation = `dies-${when}-${request}` as const;
      if (!(await cutAndRepeat((dry) => dry.run(args, { situation }), args))) break;
      cuts += 1;
    }
    // Tenant, permissions, registration, change, principal, secret and consents were each interrupted.
    expect(cuts).toBeGreaterThan(7);
  },
  60_000,
);

it('completes on the second run if the first one stops at any output line, as with Ctrl+C', async () => {
  let cuts = 0;
  for (let sentence = 1; sentence < 40; sentence += 1) {
    let said = 0;
    const print = () => {
      said += 1;
      if (said === sentence) throw new Error('Ctrl+C');
    };
    if (!(await cutAndRepeat((dry) => dry.run([], { print })))) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(9);
}, 60_000);

it.each(['throttled', 'busy', 'late'] as const)('waits and completes if Graph is %s', async (situation) => {
  const dry = dryConfigure();
  const waits: number[] = [];
  try {
    await dry.run([], { situation, wait: (ms) => Promise.resolve(waits.push(ms)) });
    expectComplete(dry);
    expect(waits.length).toBeGreaterThan(1);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
    expect(dry.said()).toMatch(/Retrying in \d+ s/);
  } finally {
    dry.close();
  }
});
