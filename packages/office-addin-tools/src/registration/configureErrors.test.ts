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

const errorOf = (run: Promise<void>): Promise<unknown> =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('configure reports the problem and the fix for', () => {
  it.each([
    ['az-old', /too old.*az upgrade/s],
    ['signed-out', /not signed in.*az login --allow-no-subscriptions/s],
    ['expired', /has expired \(AADSTS700082\).*az login/s],
    ['no-subscription', /no Azure subscription.*--allow-no-subscriptions/s],
    ['other-cloud', /graph\.microsoft\.us.*az cloud set/s],
    ['denied', /create the registration.*Application Developer/s],
    ['secret-policy', /forbids secrets.*--credential certificate/s],
    ['uri-policy', /verified domain.*exempt this registration/s],
  ] as const)('%s', async (situation, message) => {
    const error = await errorOf(dry.run([], { situation }));
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(message);
  });

  it('a missing az', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-az-'));
    const error = await errorOf(dry.run([], { variables: { PATH: empty } }));
    rmSync(empty, { recursive: true });
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(/Azure CLI \(az\) is not installed/);
  });

  it('an unreachable Graph', async () => {
    const error = await errorOf(dry.run([], { situation: 'dies-before-1' }));
    expect(error).toBeInstanceOf(UserError);
    expect((error as Error).message).toMatch(/cannot be reached.*Run the command again/s);
  });

  it('a host without a verified domain, but registers it, because the URI contains the client id', async () => {
    await dry.run(['--origin', 'https://my-addin.azurewebsites.net', '--credential', 'none']);
    expect(dry.said()).toContain('my-addin.azurewebsites.net is not a verified domain of this tenant');
    expect(brokenRules(dry.application(), { host: 'my-addin.azurewebsites.net' })).toEqual([]);
  });

  it('a public host without --credential', async () => {
    const error = await errorOf(dry.run(['--origin', 'https://addin.contoso.com']));
    expect((error as Error).message).toMatch(/is not localhost, so choose/);
  });
});

describe('at a terminal', { tags: 'full' }, () => {
  it('configure offers to sign in, and continues', async () => {
    const questions: string[] = [];
    const ask = (question: string) => Promise.resolve(questions.push(question) > 0);
    await dry.run([], { situation: 'expired', ask, ssoStep });
    expect(questions).toEqual(['Sign in now, in the browser?', 'Apply this plan?']);
    expect(brokenRules(dry.application(), { host: 'localhost:3000' })).toEqual([]);
  }, 30_000);

  it('an administrator consents for the whole tenant through office-addin-sso', async () => {
    await dry.run(['--admin-consent'], { situation: 'administrator', ssoStep });
    expect(dry.said()).toContain('Consented for the whole tenant.');
    await dry.run();
    expect(dry.said()).toContain('An administrator has already consented for the whole tenant.');
    const calls = dry.recording().flatMap(({ args }) => (args ? [args.join(' ')] : []));
    expect(calls).toContain(`ad app permission admin-consent --id ${dry.application().appId}`);
  }, 30_000);

  it('a user who is not an administrator gets the link', async () => {
    await dry.run(['--admin-consent'], { ssoStep });
    expect(dry.said()).toContain('not a Global Administrator');
    expect(dry.said()).toContain('/v2.0/adminconsent?');
  }, 30_000);
});
