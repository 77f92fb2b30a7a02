#!/usr/bin/env node
import { localhostCertificates } from './certificates.ts';
import { readCliOptions, USAGE, type CliOptions } from './cliOptions.ts';
import { openBrowser } from './openBrowser.ts';
import { sandboxOrigins } from './ports.ts';
import { sandboxSettings } from './registration.ts';
import { startSandbox, type Sandbox } from './startSandbox.ts';

async function main(args: readonly string[]): Promise<void> {
  const options = readCliOptions(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const certificates = await localhostCertificates((message) => console.error(message));
  const settings = {
    ...sandboxSettings(sandboxOrigins(options.port, options.addin)),
    NODE_EXTRA_CA_CERTS: certificates.caPath,
  };
  if (options.printEnv) {
    console.log(lines(settings, '').join('\n'));
    return;
  }
  const { port, addin, pane, scenario } = options;
  const sandbox = await startSandbox({ port, addin, pane, certificates, scenario });
  stopOnSignals(sandbox);
  const url = `${sandbox.origin}/?app=${options.app}`;
  console.log(announcement(sandbox, options, url, lines(settings, '    ')));
  if (options.open) await open(url);
}

function announcement(
  sandbox: Sandbox,
  options: CliOptions,
  url: string,
  settings: readonly string[],
): string {
  return [
    'The sandbox is running on this machine. It sends nothing to Microsoft.',
    '',
    `  Office (open)    ${url}`,
    `  Task pane        ${options.pane}`,
    `  Entra ID         ${sandbox.authority}`,
    `  Microsoft Graph  ${sandbox.graphEndpoint}`,
    `  Scenario         ${options.scenario}`,
    '',
    "Start the add-in's server with these settings (--print-env prints only them):",
    '',
    ...settings,
    '',
    'Press Ctrl+C to stop.',
  ].join('\n');
}

/** Returns a line for each setting that has a value. */
function lines(settings: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${indent}${name}=${value}`);
}

function stopOnSignals(sandbox: Sandbox): void {
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function open(url: string): Promise<void> {
  try {
    await openBrowser(url);
  } catch {
    console.error(`Can't open a browser. Open ${url} yourself.`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUserError = error instanceof Error && error.name === 'UserError';
  console.error(isUserError ? error.message : error);
  process.exitCode = 1;
});
