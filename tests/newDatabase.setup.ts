import { makeNewDatabase } from '../src/server/options/preferences/database/newDatabase.mjs';

/** Makes the empty database once, before the tests that start a server. */
export const setup = makeNewDatabase;
