import { spawn } from 'node:child_process';
import { UserError } from '../userError.ts';

/**
 * The key store of Windows (PasswordVault, as in office-addin-sso) and of macOS (keychain). Passes the secret on standard
 * input. office-addin-sso passes it on a command line, which every program on the machine can read.
 */
export function hasKeyStore(platform: NodeJS.Platform): boolean {
  return platform === 'win32' || platform === 'darwin';
}

export function noKeyStore(): UserError {
  return new UserError(
    '--store system supports Windows and macOS only. Omit it: the secret goes to .ENV.local, which only you can read.',
  );
}

const ACCOUNT = 'client-secret';
const TIME_LIMIT_MS = 30_000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
/** Characters of Entra ID's secrets. None has a special meaning in `security` or PowerShell. */
const SECRET = /^[\w.~-]{1,256}$/u;

export interface StoreCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly input: string;
}

/** Arguments never contain the secret. Pure. @throws RangeError for an invalid client id or secret */
export function putCommand(clientId: string, secret: string, platform: NodeJS.Platform): StoreCommand {
  if (!SECRET.test(secret)) throw new RangeError('This is not a secret of Entra ID.');
  const name = nameOf(clientId);
  if (platform === 'darwin') {
    const line = `add-generic-password -U -a ${ACCOUNT} -s ${name} -w ${secret}\n`;
    return { command: 'security', args: ['-i'], input: line };
  }
  // On standard input, because PowerShell may log scripts.
  return powershell(
    `$c = New-Object Windows.Security.Credentials.PasswordCredential; $c.Resource = '${name}'; ` +
      `$c.UserName = '${ACCOUNT}'; $c.Password = [Console]::In.ReadLine(); $v.Add($c)`,
    `${secret}\n`,
  );
}

export function getCommand(clientId: string, platform: NodeJS.Platform): StoreCommand {
  const name = nameOf(clientId);
  if (platform === 'darwin') {
    const args = ['find-generic-password', '-a', ACCOUNT, '-s', name, '-w'];
    return { command: 'security', args, input: '' };
  }
  return powershell(`[Console]::Out.Write($v.Retrieve('${name}', '${ACCOUNT}').Password)`, '');
}

function powershell(script: string, input: string): StoreCommand {
  const vault =
    '[void][Windows.Security.Credentials.PasswordVault, Windows.Security.Credentials, ContentType = WindowsRuntime]; ' +
    '$v = New-Object Windows.Security.Credentials.PasswordVault';
  return {
    command: 'powershell.exe',
    args: ['-NoProfile', '-NonInteractive', '-Command', `${vault}; ${script}`],
    input,
  };
}

function nameOf(clientId: string): string {
  if (!GUID.test(clientId)) throw new RangeError('This is not a client id.');
  return `office-addin-${clientId.toLowerCase()}`;
}

/** @throws UserError */
export async function putSecret(
  clientId: string,
  secret: string,
  platform = process.platform,
): Promise<void> {
  if (!hasKeyStore(platform)) throw noKeyStore();
  await run(putCommand(clientId, secret, platform));
  // `security -i` exits with 0 even on failure.
  if ((await getSecret(clientId, platform)) !== secret)
    throw new UserError('The key store did not save the secret. Run the command again with --store file.');
}

/** Returns undefined if there is no secret or no key store. */
export async function getSecret(clientId: string, platform = process.platform): Promise<string | undefined> {
  if (!hasKeyStore(platform) || !GUID.test(clientId)) return undefined;
  const text = (await run(getCommand(clientId, platform)))?.trim();
  return text === '' ? undefined : text;
}

function run({ command, args, input }: StoreCommand): Promise<string | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  // The program may exit before it reads. Its exit code reports that.
  child.stdin.on('error', () => undefined).end(input);
  const timer = setTimeout(() => child.kill(), TIME_LIMIT_MS);
  return new Promise((settle) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      settle(code === 0 ? output : undefined);
    });
    child.once('error', () => {
      clearTimeout(timer);
      settle(undefined);
    });
  });
}
