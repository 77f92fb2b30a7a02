/** Test helpers for projects: certificates, processes, browsers, services, and the built add-in with a sandbox. */

export { addLanguage } from './language/addLanguage.ts';
export { smokeTest, type SmokeOptions } from './release/smokeTest.ts';
export { main as runSmokeTest } from './smoke.ts';
export { installBrowsers, findBrowser, findHeadlessBrowser } from './findBrowser.ts';
export { localhostCertificates, type LocalhostCertificates } from './certificates.ts';
export { startNode, typescript, type NodeProcess } from './nodeProcess.ts';
export { selfSigned } from './registration/selfSigned.ts';
export { prepareCredential, readCredentialKind } from './sandboxCredential.ts';
export { waitUntilServed } from './waitUntilServed.ts';
export { freePort } from './services/freePort.ts';
export { installedFirefox, installedWebKit } from './services/otherBrowsers.ts';
export { startPostgres, type LocalPostgres } from './services/startPostgres.ts';
export { findPostgres } from './services/findPostgres.ts';
export { startRedis, type LocalRedis, type RedisTls } from './services/startRedis.ts';
export { findRedis } from './services/findRedis.ts';
export { startStack, type Stack, type StackOptions } from './startStack.ts';
