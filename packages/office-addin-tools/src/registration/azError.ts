import { UserError } from '../userError.ts';
import type { AzResult } from './az.ts';

/** The user must sign in to az. */
export class SignInRequired extends UserError {}

const SIGN_IN = 'az login --allow-no-subscriptions';

/** Returns the error for a failed az, with the fix. Never contains az's output, which may contain a token. Pure. */
export function azError({ ended, stderr }: AzResult, platform: NodeJS.Platform): UserError {
  if (ended === 'not-found')
    return new UserError(`The Azure CLI (az) is not installed. ${install(platform)}`);
  if (ended === 'timeout')
    return new UserError(
      'az did not finish within two minutes. Run `az account show` to see what it waits for.',
    );
  if (/invalid choice|unrecognized arguments|misspelled or not recognized/iu.test(stderr)) {
    return new UserError(
      'The installed Azure CLI (az) is too old. Run `az upgrade`, or install a current version: ' +
        install(platform),
    );
  }
  if (/no subscriptions? (?:were )?found/iu.test(stderr)) {
    return new SignInRequired(
      "az's account has no Azure subscription. This command does not need one: run " + `\`${SIGN_IN}\`.`,
    );
  }
  if (/az login.*(?:set ?up account)|not logged in/iu.test(stderr))
    return new SignInRequired(`az is not signed in. Run \`${SIGN_IN}\`.`);
  const aadsts = /AADSTS\d+/u.exec(stderr)?.[0];
  if (aadsts !== undefined || /az login|interactive authentication is needed|expired/iu.test(stderr)) {
    const code = aadsts === undefined ? '' : ` (${aadsts})`;
    return new SignInRequired(`az's sign-in has expired${code}. Run \`${SIGN_IN}\`.`);
  }
  if (/connection|resolve|getaddrinfo|network|proxy|timed? ?out|SSL/iu.test(stderr)) {
    return new UserError(
      'az cannot reach Entra ID. Check the network. Behind a proxy, set HTTPS_PROXY, and REQUESTS_CA_BUNDLE if the proxy ' +
        'uses its own certificate.',
    );
  }
  return new UserError(
    'az returned no token. Run `az account get-access-token --resource-type ms-graph -o none` to see its message.',
  );
}

function install(platform: NodeJS.Platform): string {
  const again = 'then open a new terminal and run the command again.';
  if (platform === 'win32') return `Run \`winget install --exact --id Microsoft.AzureCLI\`, ${again}`;
  if (platform === 'darwin') return `Run \`brew install azure-cli\`, ${again}`;
  return (
    'See https://learn.microsoft.com/cli/azure/install-azure-cli-linux for your distribution ' +
    `(\`pipx install azure-cli\` works on all of them), ${again}`
  );
}
