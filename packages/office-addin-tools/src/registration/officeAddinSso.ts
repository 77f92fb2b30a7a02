/**
 * Runs one step of office-addin-sso in a separate process: `officeAddinSso.ts <step> [client id]`. The package loads .env
 * into the environment, prints output and waits without a limit; the process isolates the command from that. It builds
 * shell command lines, so it receives nothing but a validated client id. The last line of output is the result as JSON.
 * bundle.mjs bundles this file and the package's module.
 */
import { execSync } from 'node:child_process';
import sso from 'office-addin-sso/lib/configure.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

async function answer([step = '', clientId = '']: readonly string[]): Promise<unknown> {
  switch (step) {
    case 'login':
      return Object.keys(await sso.logIntoAzure()).length > 0;
    case 'is-admin': {
      const account = execSync('az account show -o json', { encoding: 'utf8' });
      return sso.isUserTenantAdmin([JSON.parse(account)]);
    }
    case 'consent':
      if (!GUID.test(clientId)) throw new RangeError('This is not a client id.');
      await sso.grantAdminConsent({ appId: clientId });
      return true;
    case 'install-az':
      await sso.installAzureCli();
      return true;
    default:
      throw new RangeError('Unknown step.');
  }
}

const said = await answer(process.argv.slice(2)).catch(() => null);
process.stdout.write(`\n${JSON.stringify({ said })}\n`);
