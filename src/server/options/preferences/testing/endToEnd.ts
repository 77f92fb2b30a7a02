import { findPostgres, startPostgres } from 'office-addin-tools/testing';
import { Client } from 'pg';
import type { FullConfig } from '@playwright/test';

/**
 * Playwright's global setup: starts PostgreSQL, if it is installed, with a database for the server of each worker. Opening
 * an embedded database takes five seconds of processor per server; tests/pane/preferences.full.spec.ts does that once.
 */
export default async function startDatabases({ workers }: FullConfig): Promise<(() => Promise<void>) | void> {
  const programs = findPostgres((sentence) => process.stdout.write(`${sentence}\n`));
  if (programs === undefined) return;
  const postgres = await startPostgres(programs);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  for (let worker = 0; worker < workers; worker++) {
    await client.query(`CREATE DATABASE worker${worker}`);
    const settings = { DATABASE_URL: new URL(`worker${worker}`, postgres.url).href };
    // tests/support/fixtures.ts reads it.
    process.env[`TEST_SETTINGS_${worker}`] = JSON.stringify(settings);
  }
  await client.end();
  return () => postgres.close();
}
