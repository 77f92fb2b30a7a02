/**
 * One step of office-addin-sso, as a program of its own: `officeAddinSso.ts <step> [client id]`. The package reads
 * .env into the environment, prints as it likes, and waits without a limit; here none of that reaches the command.
 * It builds command lines for a shell, so that nothing but a checked client id is handed to it. The last line of the
 * output is the answer, as JSON.
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
      if (!GUID.test(clientId)) throw new RangeError('This is no client id.');
      await sso.grantAdminConsent({ appId: clientId });
      return true;
    case 'install-az':
      await sso.installAzureCli();
      return true;
    default:
      throw new RangeError('There is no such step.');
  }
}

const said = await answer(process.argv.slice(2)).catch(() => null);
process.stdout.write(`\n${JSON.stringify({ said })}\n`);
