/** What a project's tests use: certificates, processes, browsers, services and the built add-in next to a sandbox. */

export { addLanguage } from './language/addLanguage.ts';
export { smokeTest, type SmokeOptions } from './release/smokeTest.ts';
export { main as runSmokeTest } from './smoke.ts';
export { fetchBrowsers, findBrowser, findHeadlessBrowser } from './browser.ts';
export { localhostCertificates, type LocalhostCertificates } from './certificates.ts';
export { startNode, typescript, type NodeProcess } from './nodeProcess.ts';
export { selfSigned } from './registration/selfSigned.ts';
export { makeUsable, readCredentialKind } from './sandboxCredential.ts';
export { untilServed } from './served.ts';
export { freePort } from './services/freePort.ts';
export { startPostgres, type LocalPostgres } from './services/postgres.ts';
export { findPostgres } from './services/postgresProgram.ts';
export { startRedis, type LocalRedis, type RedisTls } from './services/redis.ts';
export { findRedis } from './services/redisProgram.ts';
export { startStack, type Stack, type StackOptions } from './stack.ts';
