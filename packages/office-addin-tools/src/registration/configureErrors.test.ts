import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../userError.ts';
import { dryConfigure, type DryConfigure } from './testing/dryConfigure.ts';
import { ssoStep } from './ssoStep.ts';
import { brokenRules } from './testing/registrationRules.ts';

let dry: DryConfigure;
beforeEach(() => (dry = dryConfigure()));
afterEach(() => dry.close());

const refusal = (run: Promise<void>): Promise<unknown> =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what is wrong is said with its fix', () => {
  it.each([
    ['az-old', /too old.*az upgrade/s],
    ['signed-out', /not signed in.*az login --allow-no-subscriptions/s],
    ['expired', /has ended \(AADSTS700082\).*az login/s],
    ['no-subscription', /no Azure subscription.*--allow-no-subscriptions/s],
    ['other-cloud', /graph\.microsoft\.us.*az cloud set/s],
    ['denied', /create the registration.*Application Developer/s],
    ['secret-policy', /forbids secrets.*--credential certificate/s],
    ['uri-policy', /verified domain.*exempt this registration/s],
  ] as const)('%s', async (situation, message) => {
    const error = await refusal(dry.run([], { situation }));
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(message);
  });

  it('az is missing', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-az-'));
    const error = await refusal(dry.run([], { variables: { PATH: empty } }));
    rmSync(empty, { recursive: true });
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(/Azure CLI \(az\) is not installed/);
  });

  it('Graph cannot be reached', async () => {
    const error = await refusal(dry.run([], { situation: 'dies-before-1' }));
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(/cannot be reached.*Run the command again/s);
  });

  it('notes a host without a verified domain, and registers it: the URI has the client id', async () => {
    await dry.run(['--origin', 'https://my-addin.azurewebsites.net', '--credential', 'none']);
    expect(dry.said()).toContain('my-addin.azurewebsites.net is not a verified domain of this tenant');
    expect(brokenRules(dry.application(), { host: 'my-addin.azurewebsites.net' })).toEqual([]);
  });

  it('a host that is not localhost has to say its credential', async () => {
    const error = await refusal(dry.run(['--origin', 'https://addin.contoso.com']));
    expect((error as Error).message).toMatch(/is not localhost: say how/);
  });
});

describe('at a terminal', { tags: 'full' }, () => {
  it('it offers to sign in, and goes on', async () => {
    const questions: string[] = [];
    const ask = (question: string) => Promise.resolve(questions.push(question) > 0);
    await dry.run([], { situation: 'expired', ask, ssoStep });
    expect(questions).toEqual(['Sign in now, in the browser?', 'Go on?']);
    expect(brokenRules(dry.application(), { host: 'localhost:3000' })).toEqual([]);
  }, 30_000);

  it('an administrator consents for everybody by office-addin-sso', async () => {
    await dry.run(['--admin-consent'], { situation: 'administrator', ssoStep });
    expect(dry.said()).toContain('Consented for everybody in the tenant.');
    await dry.run();
    expect(dry.said()).toContain('An administrator has consented for everybody already.');
    const calls = dry.recording().flatMap(({ args }) => (args ? [args.join(' ')] : []));
    expect(calls).toContain(`ad app permission admin-consent --id ${dry.application().appId}`);
  }, 30_000);

  it('who is no administrator gets the link', async () => {
    await dry.run(['--admin-consent'], { ssoStep });
    expect(dry.said()).toContain('not Global Administrator');
    expect(dry.said()).toContain('/v2.0/adminconsent?');
  }, 30_000);
});
