import { localhostCertificates } from '../../office-addin-tools/src/certificates.ts';
import { sandboxOrigins } from './ports.ts';
import { startSandbox } from './startSandbox.ts';

/** The sandbox as a process of its own: `SANDBOX_PORT` (first of three ports) and `ADDIN_ORIGIN` say where. */
async function main(): Promise<void> {
  const first = readPort(process.env['SANDBOX_PORT'] ?? '3001');
  const origins = sandboxOrigins(first, process.env['ADDIN_ORIGIN'] ?? 'https://localhost:3000');
  const sandbox = await startSandbox({ origins, certificates: await localhostCertificates() });
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // A parent on Windows cannot send these signals; its end is noticed instead.
  process.once('disconnect', stop);
  console.log(`The sandbox is ready: Office at ${origins.office} for the add-in at ${origins.addin}.`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_533) return port;
  throw new Error(
    `SANDBOX_PORT is "${text}" and has to be the first of three ports, a number from 1 to 65533.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
