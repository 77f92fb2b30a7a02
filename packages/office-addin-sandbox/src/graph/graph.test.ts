import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../users.ts';
import type { ScenarioInput } from '../scenario.ts';
import { msalServer } from '../testing/msalServer.ts';
import { officeToken } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

/** Gets a token from Office and exchanges it through msal-node. */
async function graphToken({
  claims,
  scopes = ['User.Read', 'Files.Read'],
}: { claims?: string; scopes?: string[] } = {}) {
  const oboAssertion = await officeToken(sandbox);
  const ask = { oboAssertion, scopes, skipCache: true, ...(claims === undefined ? {} : { claims }) };
  const result = await msalServer(sandbox).acquireTokenOnBehalfOf(ask);
  return result?.accessToken ?? '';
}

const get = (path: string, token: string) =>
  sandbox.fetch(path.startsWith('https:') ? path : `${sandbox.origins.graph}/v1.0${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });

async function signInAs(user: UserId, scenario: ScenarioInput = {}): Promise<string> {
  sandbox.state.setScenario({ user, ...scenario });
  return graphToken();
}

interface Files {
  readonly value: readonly { readonly id: string; readonly name: string }[];
  readonly '@odata.nextLink'?: string;
}

describe('authentication', () => {
  it.each([
    ['no token', ''],
    ['nonsense', 'nonsense'],
    ['an unsigned token', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('rejects %s like Graph', async (_what, token) => {
    const answer = await get('/me', token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(await json(answer)).toMatchObject({
      error: {
        code: 'InvalidAuthenticationToken',
        innerError: { 'request-id': expect.any(String) as string },
      },
    });
  });

  it("rejects the token for the add-in's own API", async () => {
    const answer = await get('/me', await officeToken(sandbox));
    expect(await json(answer)).toMatchObject({
      error: { message: expect.stringContaining('audience') as string },
    });
  });

  it('returns 403 without the permission', async () => {
    const token = await graphToken({ scopes: ['User.Read'] });
    expect((await get('/me', token)).status).toBe(200);
    expect((await get('/me/drive/root/children', token)).status).toBe(403);
  });
});

describe('resources', () => {
  it('returns the profile with $select and overrides', async () => {
    const token = await signInAs('adele', { profile: { displayName: 'Zoe <b>', mail: null } });
    const me = await json(get('/me', token));
    expect(me).toMatchObject({ displayName: 'Zoe <b>', mail: null, jobTitle: 'Project lead' });
    const selected = await json<Record<string, unknown>>(get('/me?$select=id,displayName', token));
    expect(Object.keys(selected).sort()).toEqual(['@odata.context', 'displayName', 'id']);
    expect(sandbox.state.log.entries.at(-1)).toMatchObject({
      kind: 'graph',
      user: 'adele',
      path: '/v1.0/me',
      answer: 'ok',
    });
  });

  it('returns a PNG of the requested size, or 404 without a photo', async () => {
    const photo = await get('/me/photos/48x48/$value', await signInAs('adele'));
    const bytes = Buffer.from(await photo.arrayBuffer());
    expect(photo.headers.get('content-type')).toBe('image/png');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([48, 48]);
    const data = bytes.indexOf('IDAT');
    const pixels = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
    expect(pixels).toHaveLength(48 * (1 + 48 * 3));
    const none = await get('/me/photo/$value', await signInAs('alex'));
    expect([none.status, await json(none)]).toMatchObject([404, { error: { code: 'ImageNotFound' } }]);
  });

  it('pages 5,000 files with absolute links, each once, sorted by name', async () => {
    const token = await signInAs('adele', { fileCount: 5000 });
    const names: string[] = [];
    let next: string | undefined = '/me/drive/root/children?$top=900&$select=id,name';
    while (next !== undefined) {
      const page: Files = await json<Files>(get(next, token));
      names.push(...page.value.map(({ name }) => name));
      next = page['@odata.nextLink'];
      if (next !== undefined)
        expect(next).toMatch(new RegExp(`^${sandbox.origins.graph}/v1.0/me/drive/root/children\\?`));
    }
    expect(new Set(names).size).toBe(5000);
    const lower = names.map((name) => name.toLowerCase());
    expect(lower).toEqual([...lower].sort());
  });

  it('returns files and folders with their members', async () => {
    const { value } = await json<Files>(get('/me/drive/root/children', await signInAs('adele')));
    expect(value.some((item) => 'folder' in item)).toBe(true);
    expect(value.find(({ name }) => name.endsWith('.docx'))).toMatchObject({
      webUrl: expect.stringMatching(/^https:/) as string,
      file: { mimeType: expect.stringContaining('wordprocessingml') as string },
      lastModifiedDateTime: expect.stringMatching(/^2026-.+Z$/) as string,
    });
  });

  it("returns 404 without a OneDrive, an empty list, or the scenario's files", async () => {
    const none = await get('/me/drive/root/children', await signInAs('megan'));
    expect([none.status, await json(none)]).toMatchObject([404, { error: { code: 'ResourceNotFound' } }]);
    expect(await json(get('/me/drive/root/children', await signInAs('adele', { files: [] })))).toMatchObject({
      value: [],
    });
    const files = [{ name: 'b' }, { name: 'A.docx', webUrl: 'javascript:alert(1)' }];
    const { value } = await json<Files>(get('/me/drive/root/children', await signInAs('megan', { files })));
    expect(value).toMatchObject([{ name: 'A.docx', webUrl: 'javascript:alert(1)' }, { name: 'b' }]);
  });

  it('returns nested folders with the correct childCount', async () => {
    const token = await signInAs('adele');
    interface Item {
      readonly id: string;
      readonly folder?: { readonly childCount: number };
    }
    const visit = async (path: string): Promise<number> => {
      const { value } = await json<{ value: Item[] }>(get(`${path}?$select=id,folder`, token));
      let deepest = 0;
      for (const { id, folder } of value) {
        if (!folder) continue;
        const inside = `/me/drive/items/${id}/children`;
        expect((await json<{ value: Item[] }>(get(inside, token))).value).toHaveLength(folder.childCount);
        deepest = Math.max(deepest, await visit(inside));
      }
      return deepest + 1;
    };
    expect(await visit('/me/drive/root/children')).toBe(4);
    expect((await get('/me/drive/items/01NONE/children', token)).status).toBe(404);
  });

  it('searches the whole drive, accepts doubled quotes, and pages the result', async () => {
    const token = await signInAs('adele', {
      files: [{ name: "O'Neil & Söhne 100%.docx" }, { name: 'Other.txt' }],
    });
    const q = encodeURIComponent("o''neil & söhne 100%");
    const found = await json<Files>(get(`/me/drive/root/search(q='${q}')?$select=id,name`, token));
    expect(found.value.map(({ name }) => name)).toEqual(["O'Neil & Söhne 100%.docx"]);
    expect((await get("/me/drive/root/search(q='o'neil')", token)).status).toBe(404);
    const newest = "/me/drive/root/search(q='')?$top=5&$orderby=lastModifiedDateTime desc";
    const page = await json<Files>(get(newest, await signInAs('adele')));
    expect(page.value).toHaveLength(5);
    const rest = await json<Files>(get(page['@odata.nextLink'] ?? '', await graphToken()));
    expect(rest.value).toHaveLength(5);
    expect(rest.value[0]?.name).not.toBe(page.value[0]?.name);
  });

  it('returns shared items of another drive, some without size and date', async () => {
    const { value } = await json<{ value: { remoteItem: Record<string, unknown> }[] }>(
      get('/me/drive/sharedWithMe', await signInAs('adele')),
    );
    expect(value.every(({ remoteItem }) => typeof remoteItem['webUrl'] === 'string')).toBe(true);
    expect(new Set(value.map(({ remoteItem }) => 'size' in remoteItem))).toEqual(new Set([true, false]));
    expect(JSON.stringify(value)).not.toContain('downloadUrl');
  });

  it.each(['$top=0', '$top=x', '$skiptoken=x', '$orderby=color'])('rejects %s', async (option) => {
    expect((await get(`/me/drive/root/children?${option}`, await signInAs('adele'))).status).toBe(400);
  });

  it('returns 404 for other resources', async () => {
    expect((await get('/me/messages', await signInAs('adele'))).status).toBe(404);
  });
});

describe('faults', () => {
  it('keeps rejecting a token after it was rejected once', async () => {
    const token = await signInAs('adele', { graph: [401, 'ok'] });
    expect((await get('/me', token)).status).toBe(401);
    expect((await get('/me', token)).status).toBe(401);
    expect((await get('/me', await graphToken())).status).toBe(200);
  });

  it('sends a claims challenge until a token satisfies it', async () => {
    const token = await signInAs('adele', { graph: ['cae'] });
    const answer = await get('/me', token);
    const header = answer.headers.get('www-authenticate') ?? '';
    expect(header).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toMatchObject({ access_token: { nbf: { essential: true } } });
    expect((await get('/me', await graphToken({ claims }))).status).toBe(200);
    expect((await get('/me', token)).status).toBe(401);
  });

  it('throttles, fails, or sends an HTML page or a reset as in the scenario', async () => {
    const token = await signInAs('adele', {
      graph: [{ status: 429, retryAfter: 3 }, 503, 403, 404, 'audience', 'html', 'reset'],
    });
    const throttled = await get('/me', token);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await get('/me', token)).status).toBe(503);
    expect(await json(get('/me', token))).toMatchObject({ error: { code: 'accessDenied' } });
    expect(await json(get('/me', token))).toMatchObject({ error: { code: 'itemNotFound' } });
    expect(await json(get('/me', token))).toMatchObject({
      error: { message: expect.stringContaining('audience') as string },
    });
    expect((await get('/me', token)).headers.get('content-type')).toContain('text/html');
    await expect(get('/me', token)).rejects.toThrow('fetch failed');
    expect(
      sandbox.state.log.entries.filter(({ kind }) => kind === 'graph').map(({ answer }) => answer),
    ).toEqual([429, 503, 403, 404, 'audience', 'html', 'reset']);
  });

  it("returns the scenario's status, codes and message, and redirects", async () => {
    const message = 'Nicht unterstützt.';
    const token = await signInAs('adele', {
      graph: [
        { status: 400, code: 'invalidRequest', innerCode: 'invalidQueryOption', message },
        { status: 418 },
        { status: 302, location: 'https://elsewhere.example/' },
      ],
    });
    expect(await json(get('/me', token))).toMatchObject({
      error: { code: 'invalidRequest', message, innerError: { code: 'invalidQueryOption' } },
    });
    expect((await get('/me', token)).status).toBe(418);
    const redirect = await sandbox.fetch(`${sandbox.origins.graph}/v1.0/me`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });

  it('sends Retry-After as a date, as invalid text, and more than once', async () => {
    const token = await signInAs('adele', {
      graph: [
        { status: 429, retryAfter: { dateIn: 60 } },
        { status: 429, retryAfter: [7, 'soon'] },
      ],
    });
    const date = Date.parse((await get('/me', token)).headers.get('retry-after') ?? '');
    expect(Math.abs(date - Date.now() - 60_000)).toBeLessThan(5_000);
    expect((await get('/me', token)).headers.get('retry-after')).toBe('7, soon');
  });

  it('applies answers to specific resources and counts each separately', async () => {
    const token = await signInAs('adele', {
      graph: [503, 'ok'],
      graphResources: [
        { path: '/me/drive/*', query: '$orderby', answers: [400] },
        { path: '/me/drive/root/children', answers: [403, 'ok'] },
        { path: '/me/photo*/$value', answers: [500] },
      ],
    });
    const statusOf = async (path: string) => (await get(path, token)).status;
    expect(await statusOf('/me/drive/root/children?$orderby=name')).toBe(400);
    expect(await statusOf('/me/drive/root/children')).toBe(403);
    expect(await statusOf('/me')).toBe(503);
    expect(await statusOf('/me/drive/root/children')).toBe(200);
    expect(await statusOf('/me/photos/48x48/$value')).toBe(500);
    expect(await statusOf('/me')).toBe(200);
  });
});

describe('unusual drives', () => {
  const children = '/me/drive/root/children';

  it('returns 400 for an unsupported $orderby and for rejected options', async () => {
    const token = await signInAs('adele', { drive: { orderby: ['name'], refuses: ['$select'] } });
    const statusOf = async (query: string) => (await get(`${children}?${query}`, token)).status;
    expect(await statusOf('$orderby=name%20desc')).toBe(200);
    expect(await statusOf('$orderby=size')).toBe(400);
    expect(await statusOf('$select=id')).toBe(400);
    expect(await statusOf('$top=5')).toBe(200);
  });

  const nextOf = async (path: string, token: string) =>
    new URL((await json<Files>(get(path, token)))['@odata.nextLink'] ?? 'none:');

  it.each([
    ['other-host', /^https:\/\/graph-region\.example\/v1\.0\/me\/drive\/root\/children\?.*\$skiptoken=/],
    ['other-path', /\/v1\.0\/drives\/b!adele\/items\/X%21101\/children\?/],
    ['camel-case', /[?&]\$skipToken=/],
    ['encoded', /[?&]%24skiptoken=/],
    ['skip', /[?&]\$skip=10$/],
    ['no-token', /^[^?]*\?\$top=10&\$count=true$/],
  ] as const)('returns a next link of the form %s', async (nextLink, form) => {
    const token = await signInAs('adele', { drive: { nextLink } });
    expect((await nextOf(`${children}?$top=10`, token)).href).toMatch(form);
  });

  it('pages to the end with $skip', async () => {
    const token = await signInAs('adele', { drive: { nextLink: 'skip' }, fileCount: 15 });
    const last = await json<Files>(get((await nextOf(`${children}?$top=10`, token)).href, token));
    expect([last.value.length, last['@odata.nextLink']]).toEqual([5, undefined]);
  });

  it.each([
    ['repeated', 1],
    ['circle', 2],
  ] as const)('returns next links that loop with the form %s', async (nextLink, length) => {
    const token = await signInAs('adele', { drive: { nextLink }, fileCount: 25 });
    const first = await nextOf(`${children}?$top=10`, token);
    let again = first;
    for (let step = 0; step < length; step += 1) again = await nextOf(again.href, token);
    expect(again.href).toBe(first.href);
  });

  it('starts with empty pages', async () => {
    const token = await signInAs('adele', { drive: { emptyPages: 2 }, fileCount: 3 });
    const counts: number[] = [];
    let next: string | undefined = children;
    while (next !== undefined) {
      const page: Files = await json<Files>(get(next, token));
      counts.push(page.value.length);
      next = page['@odata.nextLink'];
    }
    expect(counts).toEqual([0, 0, 3]);
  });

  it('returns files in folders, shortcuts to another drive and items with custom members', async () => {
    const token = await signInAs('adele', {
      files: [
        { name: 'Own', folder: true, files: [{ name: 'a.docx' }] },
        {
          name: 'Shared',
          folder: true,
          shortcut: { owner: 'Megan Bowen' },
          files: [{ name: 'Deeper', folder: true, files: [{ name: 'b.docx', size: 7 }] }],
        },
        { name: 'Notes', members: { file: null, package: { type: 'oneNote' } } },
      ],
    });
    interface Item {
      readonly id: string;
      readonly name: string;
      readonly remoteItem?: { readonly id: string; readonly parentReference: { readonly driveId: string } };
    }
    const list = async (path: string) => (await json<{ value: Item[] }>(get(path, token))).value;
    const [notes, own, shared] = await list(children);
    expect(notes).toMatchObject({ name: 'Notes', package: { type: 'oneNote' } });
    expect(notes).not.toHaveProperty('file');
    expect((await list(`/me/drive/items/${own?.id}/children`)).map(({ name }) => name)).toEqual(['a.docx']);
    expect(shared).toMatchObject({
      size: 0,
      remoteItem: { shared: { owner: {} }, folder: { childCount: 1 } },
    });
    expect(shared).not.toHaveProperty('folder');
    const drive = `/drives/${shared?.remoteItem?.parentReference.driveId}`;
    const [deeper] = await list(`${drive}/items/${shared?.remoteItem?.id}/children`);
    expect(deeper).toMatchObject({ name: 'Deeper', parentReference: { path: `${drive}/root:/Shared` } });
    expect(await list(`${drive}/items/${deeper?.id}/children`)).toMatchObject([{ name: 'b.docx', size: 7 }]);
    expect((await get(`/me/drive/items/${shared?.remoteItem?.id}/children`, token)).status).toBe(404);
  });

  it('finds files that match all words of a search', async () => {
    const token = await signInAs('adele', {
      files: [{ name: 'Budget #2 2027.xlsx' }, { name: 'Budget.xlsx' }],
    });
    const { value } = await json<Files>(get("/me/drive/root/search(q='2027 budget')", token));
    expect(value.map(({ name }) => name)).toEqual(['Budget #2 2027.xlsx']);
  });
});
