/** API for other commands: reads a registration and compares it with the wanted one. */
export type { Application } from './application.ts';
export { compareAuthority } from './authorityTenant.ts';
export { compareRegistration } from './compareRegistration.ts';
export type { Finding } from '../finding.ts';
export { differencesOfPane, wantedPane } from './paneRegistration.ts';
export { readRegistration, type ReadOptions, type ReadRegistration } from './readRegistration.ts';
export { wantedRegistration, type RegistrationFacts, type WantedRegistration } from './wantedRegistration.ts';
