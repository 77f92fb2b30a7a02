export { publicKeyHash } from './authority.ts';
export { coverage, type CoverageEntry, type Support } from './apiCoverage/coverage.ts';
export { localhostCertificates, type LocalhostCertificates } from './certificates.ts';
export type {
  HandlerResult,
  LaunchEventRequest,
  LaunchEventResult,
  SmartAlert,
} from './control/launchEvents.ts';
export type { RegistrationOptions } from './entra/registrations.ts';
export { GraphError, type GraphCall, type GraphRequest } from './graph/graphCalls.ts';
export type { Problem, ProblemTable } from './problems.ts';
export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox.ts';
export { sandboxOrigins, type SandboxOrigins } from './ports.ts';
export {
  managedIdentities,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
  SANDBOX_EXPIRED_SECRET,
  sandboxRegistration,
  sandboxSettings,
  type SandboxCredential,
} from './registration.ts';
export { allUsers, users, type User, type UserId } from './users.ts';
export { parseScenario, scenarioSchema, type Scenario, type ScenarioInput } from './scenario.ts';
export { readScenarioFile, type Recording } from './recording/recording.ts';
export { scenarios } from './scenarios/scenarios.ts';
export type { NamedScenario } from './scenarios/namedScenario.ts';
export type { LogEntry, LogKind } from './log.ts';
