import type { DatabaseSetting } from '../config.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { connectPostgres, type PostgresLimits } from './postgres.ts';

/**
 * The database of the setting, with its schema up to date.
 * @throws DatabaseFault, NewerSchema
 */
export async function openDatabase(
  setting: DatabaseSetting,
  limits: PostgresLimits,
  onLost: (error: Error) => void,
): Promise<Database> {
  const database =
    setting.kind === 'postgres'
      ? connectPostgres(setting.url, limits, onLost)
      : await openEmbedded(setting.folder);
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
