#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readAddins } from './addins.ts';
import { coverageCommand } from './apiCoverage/coverageCommand.ts';
import { openSandbox } from './browser/openSandbox.ts';
import { localhostCertificates } from './certificates.ts';
import { checkCommand } from './check/checkCommand.ts';
import { readCliOptions, USAGE, type CheckOptions, type CliOptions } from './cliOptions.ts';
import { consecutivePorts } from './hostNames.ts';
import { localize } from './manifest/addinManifest.ts';
import { compareCommand, probeCommand } from './probe/probeCommands.ts';
import { exportCommand } from './recording/exportCommand.ts';
import { openBrowser } from './openBrowser.ts';
import { sandboxOrigins } from './ports.ts';
import { sandboxSettings } from './registration.ts';
import { commandEnvironment, runCommand } from './runCommand.ts';
import { stopOnSignals } from './stopOnSignals.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox.ts';

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === 'coverage') {
    process.stdout.write(coverageCommand(args.slice(1)));
    return;
  }
  if (args[0] === 'export') {
    console.log(await exportCommand(args.slice(1)));
    return;
  }
  if (args[0] === 'probe') {
    await probeCommand(args.slice(1), (line) => console.log(line));
    return;
  }
  if (args[0] === 'compare') {
    process.exitCode = await compareCommand(args.slice(1), (line) => console.log(line));
    return;
  }
  const options = readCliOptions(args);
  if (options.help) console.log(USAGE);
  else if (options.check) await check(options, options.check);
  else if (options.manifests.length > 0) await openManifests(options);
  else await openPane(options);
}

/** Checks an add-in in every scenario. */
async function check({ manifests, command, app, ...options }: CliOptions, own: CheckOptions): Promise<void> {
  const { scenario: _all, ...sandbox } = startOptions({ ...options, manifests, command, app });
  process.exitCode = await checkCommand({ ...own, manifests, command, app }, sandbox, (line) =>
    console.log(line),
  );
}

/** Opens add-ins from their manifests, under Microsoft's host names. */
async function openManifests(options: CliOptions): Promise<void> {
  const { manifests, command, port } = options;
  if (options.printEnv) {
    const place = { addins: readAddins(manifests), ports: consecutivePorts(port) };
    console.log(lines(await commandEnvironment(place, {}), '').join('\n'));
    return;
  }
  const sandbox = await startSandbox({ ...startOptions(options), manifest: manifests });
  const url = pageUrl(sandbox, options);
  if (command) {
    if (options.open) await openOrPrint(url, sandbox);
    const env = await commandEnvironment(sandbox);
    try {
      process.exitCode = await runCommand(command, env);
    } finally {
      await sandbox.close();
    }
    return;
  }
  stopOnSignals(() => sandbox.close());
  console.log(
    [
      'The sandbox is running on this machine. It sends nothing to Microsoft.',
      '',
      ...sandbox.addins.map(
        ({ manifest }) => `  Add-in           ${localize(manifest.name, 'en-US')} (${manifest.file})`,
      ),
      `  Office           ${url}`,
      `  Scenario         ${scenarioName(options)}`,
      '',
      "To run the add-in's server so that it uses the sandbox instead of Microsoft:",
      '',
      `  npx office-addin-sandbox run ${manifests.join(' ')} --open -- <command>`,
      '',
      'Press Ctrl+C to stop.',
    ].join('\n'),
  );
  if (options.open ?? process.stdout.isTTY) await openOrPrint(url, sandbox);
}

/** Opens the address in a browser. Without one, prints why and continues. */
function openOrPrint(url: string, { browserArgs }: Sandbox): Promise<void> {
  return openSandbox(url, browserArgs).catch((error: Error) => console.error(error.message));
}

/** Opens an add-in without a manifest, under localhost. */
async function openPane(options: CliOptions): Promise<void> {
  const certificates = await localhostCertificates((message) => console.error(message));
  const settings = {
    ...sandboxSettings(sandboxOrigins(options.port, options.addin)),
    NODE_EXTRA_CA_CERTS: certificates.caPath,
  };
  if (options.printEnv) {
    console.log(lines(settings, '').join('\n'));
    return;
  }
  const { addin, pane } = options;
  const sandbox = await startSandbox({ certificates, ...startOptions(options), addin, pane });
  stopOnSignals(() => sandbox.close());
  const url = pageUrl(sandbox, options);
  console.log(
    [
      'The sandbox is running on this machine. It sends nothing to Microsoft.',
      '',
      `  Office (open)    ${url}`,
      `  Task pane        ${options.pane}`,
      `  Entra ID         ${sandbox.authority}`,
      `  Microsoft Graph  ${sandbox.graphEndpoint}`,
      `  Scenario         ${scenarioName(options)}`,
      '',
      "Start the add-in's server with these settings (--print-env prints only them):",
      '',
      ...lines(settings, '    '),
      '',
      'Press Ctrl+C to stop.',
    ].join('\n'),
  );
  if (options.open)
    await openBrowser(url).catch(() => console.error(`Can't open a browser. Open ${url} yourself.`));
}

function startOptions({ port, scenario, officeJs, strict, certificate }: CliOptions): SandboxOptions {
  return {
    port,
    scenario,
    strict,
    ...(officeJs === undefined ? {} : { officeJs }),
    ...(certificate
      ? { certificates: { cert: readFileSync(certificate.cert), key: readFileSync(certificate.key) } }
      : {}),
  };
}

const scenarioName = ({ scenario }: CliOptions) =>
  typeof scenario === 'string' ? scenario : 'from the file';

function pageUrl(sandbox: Sandbox, { app }: CliOptions): string {
  return `${sandbox.origin}/${app ? `?app=${app}` : sandbox.addins.length > 0 ? '' : '?app=word'}`;
}

/** Returns a line for each setting that has a value. */
function lines(settings: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${indent}${name}=${value}`);
}

const args = process.argv.slice(2);
main(args).catch((error: unknown) => {
  const isUserError = error instanceof Error && error.name === 'UserError';
  console.error(isUserError ? error.message : error);
  // 1 means that a scenario of check failed, or that compare found a difference.
  process.exitCode = ['check', 'compare'].includes(args[0] ?? '') ? 2 : 1;
});
