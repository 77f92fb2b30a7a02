import type { DatabaseSettings } from '../index.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { connectPostgres, type PostgresLimits } from './postgres.ts';

export interface OpenOptions {
  /** See `openEmbedded`. */
  readonly onLeftovers?: (paths: readonly string[]) => void;
  /** Called for each new connection to a server. Undefined: the URL contains the password, if any. */
  readonly password?: (() => Promise<string>) | undefined;
}

/**
 * Opens the configured database and migrates its schema.
 * @throws DatabaseError, NewerSchemaError
 */
export async function openDatabase(
  setting: DatabaseSettings,
  limits: PostgresLimits,
  onLost: (error: Error) => void,
  { onLeftovers, password }: OpenOptions = {},
): Promise<Database> {
  const database =
    setting.kind === 'postgres'
      ? connectPostgres(setting.url, limits, onLost, password)
      : await openEmbedded(setting.folder, onLeftovers);
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
