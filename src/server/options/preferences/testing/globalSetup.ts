import { makeNewDatabase } from '../database/newDatabase.mjs';

/** Makes the empty database once, before the tests that start a server. */
export const setup = makeNewDatabase;
