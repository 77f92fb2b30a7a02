import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ownAuthority } from './authority.ts';
import { cacheFolder } from './cacheFolder.ts';
import { usableCertificates } from './certificates.ts';
import { microsoftHosts } from './hostNames.ts';
import { PORT_VARIABLE } from './redirect/portVariable.ts';
import { redirectModule } from './redirect/redirectModule.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from './registration.ts';
import type { Sandbox } from './startSandbox.ts';
import { UserError } from './userError.ts';

/**
 * Returns the environment in which a program uses the sandbox: Node.js processes connect to it instead of Microsoft and
 * trust its certificate. Keeps the client id and secret of the environment.
 */
export async function commandEnvironment(
  sandbox: Pick<Sandbox, 'ports' | 'addins'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Record<string, string>> {
  const hosts = Object.values(microsoftHosts).flat();
  const { office, entra, graph } = sandbox.ports;
  return {
    ...(env as Record<string, string>),
    NODE_OPTIONS: [env['NODE_OPTIONS'], `--import=${await redirectModule()}`].filter(Boolean).join(' '),
    NODE_EXTRA_CA_CERTS: await trustedCertificates(env['NODE_EXTRA_CA_CERTS']),
    [PORT_VARIABLE]: [office, entra, graph].join(','),
    OFFICE_ADDIN_SANDBOX_ORIGIN: `https://localhost:${office}`,
    NO_PROXY: [env['NO_PROXY'] ?? env['no_proxy'], 'localhost', ...hosts].filter(Boolean).join(','),
    CLIENT_ID: env['CLIENT_ID'] ?? sandbox.addins[0]?.manifest.webApplication?.id ?? SANDBOX_CLIENT_ID,
    CLIENT_SECRET: env['CLIENT_SECRET'] ?? SANDBOX_CLIENT_SECRET,
  };
}

/**
 * Runs a command until it ends.
 * @returns its exit code, or 128 plus the number of the signal that ended it
 * @throws UserError if the command can't be started
 */
export function runCommand(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const { file, args, options } = shellCommand(command);
    const child = spawn(file, args, { ...options, env, stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals) => void child.kill(signal);
    // The terminal sends SIGINT to the command as well.
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    process.on('SIGTERM', forward);
    const done = () => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
    };
    child.once('error', (error) => {
      done();
      reject(new UserError(`Can't run ${command[0] ?? ''}: ${error.message}.`, { cause: error }));
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Returns how to start a command. On Windows, commands such as npm are scripts that only a shell starts. */
export function shellCommand([command = '', ...args]: readonly string[]): {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: { readonly shell: boolean };
} {
  return process.platform === 'win32'
    ? { file: [command, ...args].map(quoted).join(' '), args: [], options: { shell: true } }
    : { file: command, args, options: { shell: false } };
}

/** Writes the authorities that the command has to trust to one file: Node.js reads only one. */
async function trustedCertificates(given: string | undefined): Promise<string> {
  const { ca } = await ownAuthority();
  const developer = usableCertificates()?.ca.toString();
  const existing = given && existsSync(given) ? readFileSync(given, 'utf8') : undefined;
  const path = join(cacheFolder(), 'trusted.crt');
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(path, [...new Set([ca, developer, existing])].filter(Boolean).join('\n'));
  return path;
}

const quoted = (text: string) => (/[\s"&|<>^]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
