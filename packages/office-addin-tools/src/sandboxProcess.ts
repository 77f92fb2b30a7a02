import { sandboxOrigins, sandboxRegistration, startSandbox } from 'office-addin-sandbox';
import { localhostCertificates } from './certificates.ts';
import { sandboxManifests } from './manifest/manifestNames.ts';
import { loadGraphCalls } from './graphCalls.ts';
import { problemTable } from './problemTable.ts';
import { loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';

/** Runs the sandbox as a process on SANDBOX_PORT and the next two ports, for the add-in at ADDIN_ORIGIN. */
async function main(): Promise<void> {
  const { SANDBOX_PORT, ADDIN_ORIGIN } = process.env;
  const project = await loadProject();
  const origins = sandboxOrigins(Number(SANDBOX_PORT), ADDIN_ORIGIN);
  const sandbox = await startSandbox({
    manifest: sandboxManifests(ROOT),
    names: 'localhost',
    origins,
    registration: sandboxRegistration(origins),
    certificates: await localhostCertificates(),
    problems: problemTable(project),
    graph: await loadGraphCalls(project),
  });
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // On Windows a parent process cannot send these signals.
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
