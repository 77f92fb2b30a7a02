import { join, resolve } from 'node:path';
import { z } from 'zod';
import { defineOption } from '../../option.ts';
import { addressOf, storeSignIn, storeSignInFaults } from '../../config.ts';
import type { DatabaseSettings } from './database/database.ts';
import { connectDatabase, type DatabaseLimits } from './database/lazyDatabase.ts';
import { findFolderFaults } from './database/databaseFolder.ts';
import { PreferencesStore } from './preferencesStore.ts';
import { mountPreferences } from './routes.ts';

const limits: DatabaseLimits = {
  databaseConnectMs: 3_000,
  databaseOpenMs: 10_000,
  databaseGiveUpMs: 120_000,
  databaseMs: 5_000,
  databasePauseMs: 1_000,
};

/** The users' preferences, in PostgreSQL or an embedded database. */
export const preferences = defineOption({
  env: {
    DATABASE_URL: addressOf(
      ['postgres:', 'postgresql:'],
      'postgres://user:password@database.example.com/addin',
    ).optional(),
    DATABASE_AUTH: storeSignIn,
    DATABASE_DIR: z.string().default(join('.data', 'database')),
  },
  read: ({ DATABASE_URL: url, DATABASE_AUTH: auth, DATABASE_DIR: folder }): DatabaseSettings =>
    url
      ? { kind: 'postgres', url, managedIdentity: auth === 'managed-identity' }
      : { kind: 'embedded', folder: resolve(folder) },
  faults: (values) => storeSignInFaults(values, 'DATABASE_AUTH', 'DATABASE_URL', "the identity's name"),
  limits,
  connect(settings, context) {
    const database = connectDatabase(settings, context);
    const store = new PreferencesStore(database);
    return { routes: (api) => mountPreferences(api, store), close: () => database.close() };
  },
  findFaults: findFolderFaults,
});
