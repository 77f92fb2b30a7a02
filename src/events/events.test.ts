import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSender, insertSignature, type EventContext, stringsFor } from './handlers.ts';

let script = '';
beforeAll(async () => {
  const entryPoints = [join(import.meta.dirname, 'events.ts')];
  const built = await build({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2016' });
  script = (built.outputFiles[0]?.text ?? '')
    .replaceAll('__ADDIN_ORIGIN__', 'https://addin.test')
    .replaceAll('__FOR_MS_GRAPH_ACCESS__', 'true');
});

const adele = { displayName: 'Adele <Vance>', jobTitle: 'R&D', mail: 'adele@contoso.com' };
const succeeded = (value?: unknown) => ({ status: 'succeeded', value });

interface Runtime {
  readonly getToken?: () => Promise<string>;
  readonly fetch?: () => Promise<unknown>;
  readonly sender?: string;
  readonly legacy?: boolean;
}

/** Runs the script as classic Outlook does: JavaScript, timers, fetch and office.js, without a DOM. */
function runtime({ getToken, fetch, sender = 'Adele@contoso.com', legacy = false }: Runtime = {}) {
  const handlers: Record<string, (event: unknown) => void> = {};
  const seen = {
    signatures: [] as string[],
    messages: [] as string[],
    requests: [] as unknown[],
    options: [] as unknown[],
  };
  const getAccessToken = (options: unknown) => {
    seen.options.push(options);
    return (getToken ?? (() => Promise.resolve('token')))();
  };
  const item = {
    body: {
      setSignatureAsync(text: string, _options: unknown, done: (result: unknown) => void) {
        seen.signatures.push(text);
        done(succeeded());
      },
    },
    from: { getAsync: (done: (result: unknown) => void) => done(succeeded({ emailAddress: sender })) },
    notificationMessages: {
      replaceAsync(_key: string, { message }: { message: string }, done: (result: unknown) => void) {
        seen.messages.push(message);
        done(succeeded());
      },
    },
  };
  const auth = { getAccessToken };
  const sandbox = {
    setTimeout,
    clearTimeout,
    fetch: (...request: unknown[]) => {
      seen.requests.push(request);
      return (fetch ?? (() => Promise.resolve({ ok: true, json: () => Promise.resolve(adele) })))();
    },
    Office: {
      ...(legacy ? {} : { auth }),
      actions: { associate: (name: string, handler: (event: unknown) => void) => (handlers[name] = handler) },
      context: { displayLanguage: 'de-DE', mailbox: { item } },
    },
    OfficeRuntime: { auth },
  };
  runInContext(script, createContext(sandbox));
  const raise = (name: string) =>
    new Promise<unknown>((resolve) => handlers[name]?.({ completed: (result?: unknown) => resolve(result) }));
  return { raise, seen };
}

const refuse = () => Promise.reject(Object.assign(new Error(), { code: 13001 }));
const texts = stringsFor('de-DE');

describe.each([
  ['Office.auth', false],
  ['OfficeRuntime.auth', true],
])('the events in a runtime without DOM, with %s', (_name, legacy) => {
  it('insert name and job title as the signature', async () => {
    const { raise, seen } = runtime({ legacy });
    await raise('onNewMessageCompose');
    expect(seen.signatures).toEqual(['<div>Adele &#60;Vance&#62;</div><div>R&#38;D</div>']);
    expect(seen.requests).toEqual([
      ['https://addin.test/api/me', { headers: { Authorization: 'Bearer token' } }],
    ]);
    expect(seen.options).toEqual([
      { allowSignInPrompt: false, allowConsentPrompt: false, forMSGraphAccess: true },
    ]);
  });

  it('let a message of the signed-in user go', async () => {
    expect(await runtime({ legacy }).raise('onMessageSend')).toEqual({ allowEvent: true });
  });
});

describe('the events', () => {
  it('stop a message of another sender, with a message for the user', async () => {
    const { raise } = runtime({ sender: 'team@contoso.com' });
    expect(await raise('onMessageSend')).toEqual({ allowEvent: false, errorMessage: texts.otherSender });
  });

  it.each<[string, Runtime]>([
    ['there is no token', { getToken: refuse }],
    ['the server is down', { fetch: () => Promise.reject(new TypeError('network')) }],
    ['the server refuses', { fetch: () => Promise.resolve({ ok: false, status: 503 }) }],
    [
      'the answer has no name',
      { fetch: () => Promise.resolve({ ok: true, json: () => Promise.resolve(null) }) },
    ],
  ])('tell the user if %s', async (_case, how) => {
    const compose = runtime(how);
    await compose.raise('onNewMessageCompose');
    expect(compose.seen.signatures).toEqual([]);
    expect(compose.seen.messages).toEqual([texts.noSignature]);
    expect(await runtime(how).raise('onMessageSend')).toEqual({
      allowEvent: false,
      errorMessage: texts.notChecked,
    });
  });
});

describe('a slow server', () => {
  const messages: string[] = [];
  const context = (): EventContext => ({
    item: {
      notificationMessages: {
        replaceAsync: (_key: string, { message }: { message: string }, done: (result: unknown) => void) => {
          messages.push(message);
          done(succeeded());
        },
      },
      from: { getAsync: (done: (result: unknown) => void) => done(succeeded({ emailAddress: 'a@b.c' })) },
    } as unknown as EventContext['item'],
    strings: texts,
    getToken: () => Promise.resolve('token'),
    getUser: () => new Promise(() => undefined),
  });

  it('does not keep the user waiting beyond the limit', async () => {
    await insertSignature(context, 10);
    expect(messages).toEqual([texts.noSignature]);
    expect(await checkSender(context, 10)).toEqual({ allowEvent: false, errorMessage: texts.notChecked });
  });

  it('ends even if office.js fails', async () => {
    const broken = () => {
      throw new Error('office.js');
    };
    await expect(insertSignature(broken, 10)).resolves.toBeUndefined();
    expect(await checkSender(broken, 10)).toMatchObject({ allowEvent: false });
  });
});

it.each(['en-US', 'ja-JP', 'pt-BR', 'th-TH', 'de-DE', 'ar-SA'])('has texts in %s', (locale) => {
  const strings = stringsFor(locale);
  expect(Object.values(strings).every((text: string) => text.length > 10)).toBe(true);
  if (locale !== 'en-US') expect(strings).not.toEqual(stringsFor('fr-FR'));
});
