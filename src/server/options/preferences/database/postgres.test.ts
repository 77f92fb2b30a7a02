import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type LocalPostgres, findPostgres } from 'office-addin-tools/testing';
import { postgresResource } from './connectDatabase.ts';
import { connectPostgres } from './postgres.ts';

const program = findPostgres((sentence) => void process.stdout.write(`${sentence}\n`));
const limits = { connectMs: 3_000, queryMs: 3_000 };

describe.skipIf(program === undefined)('PostgreSQL with tokens of a managed identity', () => {
  let postgres: LocalPostgres;
  let address: string;
  beforeAll(async () => {
    postgres = await startPostgres(program ?? '', 'of-the-administrator');
    const url = new URL(postgres.url);
    url.username = 'addin-identity';
    url.password = '';
    address = url.href;
    await asAdministrator(`CREATE ROLE "addin-identity" LOGIN PASSWORD 'token-1'`);
  }, 60_000);
  afterAll(() => postgres.close(), 30_000);

  async function asAdministrator(sql: string): Promise<void> {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  it('gets a token for each new connection, so that an expired one is not reused', async () => {
    let token = 'token-1';
    const lost: Error[] = [];
    const database = connectPostgres(
      address,
      limits,
      (error) => lost.push(error),
      () => Promise.resolve(token),
    );
    try {
      expect(await database.query('SELECT current_user AS name')).toEqual([{ name: 'addin-identity' }]);
      await asAdministrator(`ALTER ROLE "addin-identity" PASSWORD 'token-2'`);
      token = 'token-2';
      await postgres.kill();
      await postgres.start();
      await expect
        .poll(() => database.query('SELECT current_user AS name').catch(() => null))
        .toEqual([{ name: 'addin-identity' }]);
    } finally {
      await database.close();
    }
  }, 30_000);

  it.each([
    ['there is no token', () => Promise.reject(new Error('the endpoint is down'))],
    ['the token is rejected', () => Promise.resolve('expired')],
    ['there is neither a token nor a password', undefined],
  ])('rejects with a DatabaseError if %s', async (_when, password) => {
    const database = connectPostgres(address, limits, () => undefined, password);
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ name: 'DatabaseError' });
    await database.close();
  });
});

it.each([
  ['login.microsoftonline.com', 'https://ossrdbms-aad.database.windows.net'],
  ['login.microsoftonline.us', 'https://ossrdbms-aad.database.usgovcloudapi.net'],
  ['login.partner.microsoftonline.cn', 'https://ossrdbms-aad.database.chinacloudapi.cn'],
])('with the authority %s, requests tokens for %s', (host, resource) => {
  expect(postgresResource(host)).toBe(resource);
});
