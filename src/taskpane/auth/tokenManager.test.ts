import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { SourceId, Token, TokenRequest, TokenSource } from './token.ts';
import { createTokenManager, type TokenManager } from './tokenManager.ts';

type Answer = 'ok' | ProblemCode | [ProblemCode, ProblemFacts] | Promise<Token>;

const NOW = 1_000_000_000_000;
const anHour: Token = { value: 'token', expiresAt: NOW + 3_600_000, owner: 'adele@contoso' };

/** What a test may change. */
interface Mutable {
  getToken: TokenSource['getToken'];
  requests: TokenRequest[];
  pending?: Token;
}

/** A source that returns the answers in order and repeats the last one. */
function source(id: SourceId, ...answers: Answer[]) {
  const requests: TokenRequest[] = [];
  const made: Omit<TokenSource, 'getToken'> & Mutable = {
    id,
    requests,
    available: () => true,
    async getToken(request) {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1] ?? 'ok';
      if (answer === 'ok') return { ...anHour, value: `${id}-${requests.length}` };
      if (answer instanceof Promise) return answer;
      throw Array.isArray(answer) ? new ProblemError(...answer) : new ProblemError(answer);
    },
    takePendingToken() {
      const { pending } = made;
      delete made.pending;
      return pending;
    },
  };
  return made;
}

interface Setup {
  tokens: TokenManager;
  waits: number[];
  clock: { now: number };
}

function setUp(sources: TokenSource[], canOpenWindow = true): Setup {
  const waits: number[] = [];
  const clock = { now: NOW };
  const tokens = createTokenManager({
    sources,
    createApi: (token) => ({ token }) as unknown as Api,
    canOpenWindow: () => canOpenWindow,
    now: () => clock.now,
    sleep: (seconds) => {
      waits.push(seconds);
      return Promise.resolve();
    },
  });
  return { tokens, waits, clock };
}

const tokenOf = (call: Api) => Promise.resolve((call as unknown as { token: Token }).token.value);

/** A job that fails with the problems in order, then returns its token. */
function job(...problems: (ProblemCode | [ProblemCode, ProblemFacts])[]) {
  const runs: string[] = [];
  return {
    runs,
    run: async (call: Api) => {
      runs.push(await tokenOf(call));
      const problem = problems[runs.length - 1];
      if (problem) throw Array.isArray(problem) ? new ProblemError(...problem) : new ProblemError(problem);
      return runs.at(-1);
    },
  };
}

describe('the token manager', () => {
  it('requests a token silently at launch and keeps it until shortly before it expires', async () => {
    const office = source('office');
    const { tokens, clock } = setUp([office]);
    await tokens.run('launch', tokenOf);
    await tokens.run('action', tokenOf);
    expect(office.requests).toEqual([{ source: 'office', mode: 'silent' }]);
    clock.now += 3_590_000;
    await tokens.run('action', tokenOf);
    expect(office.requests).toHaveLength(2);
  });

  it('keeps the source that succeeded after a fallback', async () => {
    const office = source('office', 'sso_13005');
    const nested = source('nested');
    const { tokens, clock } = setUp([office, nested]);
    expect(await tokens.run('launch', tokenOf)).toBe('nested-1');
    clock.now += 7_200_000;
    expect(await tokens.run('action', tokenOf)).toBe('nested-2');
    expect(office.requests).toHaveLength(1);
    expect(tokens.canSignOut).toBe(true);
  });

  it('opens no window at launch, and resumes on the next click', async () => {
    const office = source('office', 'sso_13005');
    const dialog = source('dialog');
    const { tokens } = setUp([office, dialog]);
    await expect(tokens.run('launch', tokenOf)).rejects.toMatchObject({ code: 'sso_13005' });
    expect(dialog.requests).toEqual([]);
    expect(await tokens.run('action', tokenOf)).toBe('dialog-1');
    expect(office.requests).toHaveLength(1);
  });

  it('opens the dialog synchronously in the click', () => {
    const dialog = source('dialog');
    const { tokens } = setUp([source('office', 'sso_13005'), dialog]);
    return tokens.run('launch', tokenOf).catch(() => {
      const running = tokens.run('action', tokenOf);
      expect(dialog.requests).toHaveLength(1);
      return running;
    });
  });

  it('repeats the job with a token that satisfies the claims', async () => {
    const claims = '{"access_token":{}}';
    const office = source('office');
    const work = job(['claims_challenge', { claims }]);
    const { tokens } = setUp([office]);
    await tokens.run('action', work.run);
    expect(office.requests[1]).toEqual({ source: 'office', mode: 'interactive', claims });
    expect(work.runs).toEqual(['office-1', 'office-2']);
  });

  it.each<ProblemCode>(['token_invalid', 'request_invalid'])('drops the token after %s', async (code) => {
    const office = source('office');
    const { tokens } = setUp([office]);
    await expect(tokens.run('action', job(code).run)).rejects.toMatchObject({ code });
    expect(await tokens.run('action', tokenOf)).toBe('office-2');
  });

  it('waits for retryAfter and repeats with the same token', async () => {
    const office = source('office');
    const { tokens, waits } = setUp([office]);
    await tokens.run('action', job(['throttled', { retryAfter: 4 }]).run);
    expect(waits).toEqual([4]);
    expect(office.requests).toHaveLength(1);
  });

  it('uses a token that Office returned after the time limit on the next click', async () => {
    const office = source('office', 'sso_timeout');
    const dialog = source('dialog');
    const { tokens } = setUp([office, dialog]);
    await expect(tokens.run('launch', tokenOf)).rejects.toMatchObject({ code: 'sso_timeout' });
    office.pending = { ...anHour, value: 'late' };
    expect(await tokens.run('action', tokenOf)).toBe('late');
    expect(dialog.requests).toEqual([]);
  });

  describe('signing in another way', () => {
    const problemOf = (running: Promise<unknown>) =>
      running.then(
        () => {
          throw new Error('It succeeded.');
        },
        (error: unknown) => error as ProblemError,
      );

    it('avoids 13006 in the click itself and keeps the source that succeeded', async () => {
      const office = source('office', 'sso_13006');
      const dialog = source('dialog');
      const { tokens, clock } = setUp([office, dialog]);
      const problem = await problemOf(tokens.run('launch', tokenOf));
      expect(tokens.hasAlternative(problem)).toBe(true);
      tokens.chooseAlternative(problem);
      const running = tokens.run('action', tokenOf);
      expect(dialog.requests).toEqual([{ source: 'dialog', mode: 'interactive' }]);
      expect(await running).toBe('dialog-1');
      clock.now += 7_200_000;
      expect(await tokens.run('action', tokenOf)).toBe('dialog-2');
      expect(office.requests).toHaveLength(1);
    });

    it('opens the dialog when nested app auth times out', async () => {
      const [office, nested, dialog] = [
        source('office', 'sso_13006'),
        source('nested', 'nested_timeout'),
        source('dialog'),
      ];
      const { tokens } = setUp([office, nested, dialog]);
      const problem = await problemOf(tokens.run('action', tokenOf));
      tokens.chooseAlternative(problem);
      expect(await tokens.run('action', tokenOf)).toBe('dialog-1');
      expect(nested.requests).toEqual([{ source: 'nested', mode: 'silent' }]);
      expect(office.requests).toHaveLength(1);
    });

    it('is used only when the user chooses it; Sign in tries Office again', async () => {
      const office = source('office', 'sso_13006');
      const dialog = source('dialog');
      const { tokens } = setUp([office, dialog]);
      await problemOf(tokens.run('launch', tokenOf));
      await problemOf(tokens.run('action', tokenOf));
      expect(office.requests).toHaveLength(2);
      expect(dialog.requests).toEqual([]);
    });

    it('keeps the claims of a challenge that Office rejects with 13006', async () => {
      const claims = '{"access_token":{}}';
      const dialog = source('dialog');
      const { tokens } = setUp([source('office', 'ok', 'sso_13006'), dialog]);
      const problem = await problemOf(tokens.run('action', job(['claims_challenge', { claims }]).run));
      expect(problem.code).toBe('sso_13006');
      tokens.chooseAlternative(problem);
      await tokens.run('action', tokenOf);
      expect(dialog.requests).toEqual([{ source: 'dialog', mode: 'interactive', claims }]);
    });

    it('helps when a session fails only after its token has expired', async () => {
      const office = source('office', 'ok', 'sso_13006');
      const { tokens, clock } = setUp([office, source('dialog')]);
      await tokens.run('launch', tokenOf);
      clock.now += 7_200_000;
      const problem = await problemOf(tokens.run('action', tokenOf));
      tokens.chooseAlternative(problem);
      expect(await tokens.run('action', tokenOf)).toBe('dialog-1');
    });

    it('applies to the given problem, not to a later one in the background', async () => {
      const office = source('office', 'sso_13006', 'sso_13000');
      const dialog = source('dialog');
      const { tokens } = setUp([office, dialog]);
      const shown = await problemOf(tokens.run('action', tokenOf));
      await problemOf(tokens.run('launch', tokenOf));
      tokens.chooseAlternative(shown);
      expect(await tokens.run('action', tokenOf)).toBe('dialog-1');
    });

    it('goes back to Office when the dialog cannot open and Office works again', async () => {
      const office = source('office', 'sso_13005', 'ok');
      const { tokens, clock } = setUp([office, source('dialog', 'dialog_12004')]);
      await problemOf(tokens.run('launch', tokenOf));
      const problem = await problemOf(tokens.run('action', tokenOf));
      tokens.chooseAlternative(problem);
      expect(await tokens.run('action', tokenOf)).toBe('office-2');
      clock.now += 7_200_000;
      expect(await tokens.run('action', tokenOf)).toBe('office-3');
    });
  });

  it('signs in with a choice of account after signing out', async () => {
    const dialog = source('dialog');
    const { tokens } = setUp([source('office'), dialog]);
    await tokens.run('launch', tokenOf);
    tokens.signOut();
    await tokens.run('action', tokenOf);
    expect(dialog.requests).toEqual([{ source: 'dialog', mode: 'interactive', chooseAccount: true }]);
  });

  it('reports once that a fallback signed in another account', async () => {
    const alex = Promise.resolve({ ...anHour, owner: 'alex@contoso' });
    const { tokens } = setUp([source('office'), source('dialog', alex)]);
    await tokens.run('action', job('consent_required').run);
    expect([tokens.takeAccountChange(), tokens.takeAccountChange()]).toEqual([true, false]);
  });

  it('does not report an account that the user chose after signing out', async () => {
    const alex = Promise.resolve({ ...anHour, owner: 'alex@contoso' });
    const { tokens } = setUp([source('office'), source('dialog', alex)]);
    await tokens.run('launch', tokenOf);
    tokens.signOut();
    await tokens.run('action', tokenOf);
    expect(tokens.takeAccountChange()).toBe(false);
  });

  it('throws token_expired when the browser would block the window', async () => {
    const dialog = source('dialog');
    const { tokens } = setUp([source('office', 'sso_13005'), dialog], false);
    await expect(tokens.run('action', tokenOf)).rejects.toMatchObject({ code: 'sso_13005' });
    await expect(tokens.run('action', tokenOf)).rejects.toMatchObject({ code: 'token_expired' });
    expect(dialog.requests).toEqual([]);
  });

  it('rethrows errors that are not problems', async () => {
    const { tokens } = setUp([source('office')]);
    await expect(tokens.run('action', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow(
      TypeError,
    );
  });

  it('rejects when it is canceled, and can be used again', async () => {
    const cancel = new AbortController();
    const office = source('office', new Promise<Token>(() => undefined), 'ok');
    office.getToken = (
      (original) => (request, signal) =>
        Promise.race([
          original(request, signal),
          new Promise<Token>((_, fail) =>
            signal.addEventListener('abort', () => fail(signal.reason as Error)),
          ),
        ])
    )(office.getToken);
    const { tokens } = setUp([office]);
    const running = tokens.run('action', tokenOf, { signal: cancel.signal });
    cancel.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(await tokens.run('action', tokenOf)).toBe('office-2');
  });
});

describe('with nested app auth before Office', () => {
  it('gets the first token from nested app auth', async () => {
    const [nested, office] = [source('nested'), source('office')];
    const { tokens } = setUp([nested, office, source('dialog')]);
    await tokens.run('launch', () => Promise.resolve());
    expect(nested.requests).toEqual([{ source: 'nested', mode: 'silent' }]);
    expect(office.requests).toEqual([]);
  });

  it('starts with Office where nested app auth is not available', async () => {
    const [nested, office] = [source('nested'), source('office')];
    const { tokens } = setUp([{ ...nested, available: () => false }, office, source('dialog')]);
    await tokens.run('launch', () => Promise.resolve());
    expect(nested.requests).toEqual([]);
    expect(office.requests).toEqual([{ source: 'office', mode: 'silent' }]);
  });

  it('signs in with Office at launch when nested app auth needs the user', async () => {
    const [nested, office] = [source('nested', 'nested_interaction_required'), source('office')];
    const { tokens } = setUp([nested, office, source('dialog')]);
    await tokens.run('launch', () => Promise.resolve());
    expect(office.requests).toEqual([{ source: 'office', mode: 'silent' }]);
  });
});
