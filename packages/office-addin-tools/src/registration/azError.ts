import { UserError } from '../userError.ts';
import type { AzAnswer } from './az.ts';

/** The sign-in is missing or has ended: a new one mends it. */
export class SignInRequired extends UserError {}

const SIGN_IN = 'az login --allow-no-subscriptions';

/** What is wrong with az, and the fix. Pure; what az printed is never repeated: it may hold a token. */
export function azError({ ended, stderr }: AzAnswer, platform: NodeJS.Platform): UserError {
  if (ended === 'not found')
    return new UserError(`The Azure CLI (az) is not installed. ${install(platform)}`);
  if (ended === 'time limit')
    return new UserError(
      'az did not answer within two minutes. Run `az account show` to see what it waits for.',
    );
  if (/invalid choice|unrecognized arguments|misspelled or not recognized/iu.test(stderr)) {
    return new UserError(
      'The installed Azure CLI (az) is too old for this. Run `az upgrade`, or install a current one: ' +
        install(platform),
    );
  }
  if (/no subscriptions? (?:were )?found/iu.test(stderr)) {
    return new SignInRequired(
      'The account that az is signed in with has no Azure subscription. None is needed: run ' +
        `\`${SIGN_IN}\`.`,
    );
  }
  if (/az login.*(?:set ?up account)|not logged in/iu.test(stderr))
    return new SignInRequired(`az is not signed in. Run \`${SIGN_IN}\`.`);
  const aadsts = /AADSTS\d+/u.exec(stderr)?.[0];
  if (aadsts !== undefined || /az login|interactive authentication is needed|expired/iu.test(stderr)) {
    const code = aadsts === undefined ? '' : ` (${aadsts})`;
    return new SignInRequired(`The sign-in of az has ended${code}. Run \`${SIGN_IN}\`.`);
  }
  if (/connection|resolve|getaddrinfo|network|proxy|timed? ?out|SSL/iu.test(stderr)) {
    return new UserError(
      'az cannot reach Entra ID. Check the network; behind a proxy set HTTPS_PROXY, and REQUESTS_CA_BUNDLE if ' +
        'it has a certificate of its own.',
    );
  }
  return new UserError(
    'az gave no token. Run `az account get-access-token --resource-type ms-graph -o none` to see its message.',
  );
}

function install(platform: NodeJS.Platform): string {
  const again = 'then open a new terminal and run this again.';
  if (platform === 'win32') return `Run \`winget install --exact --id Microsoft.AzureCLI\`, ${again}`;
  if (platform === 'darwin') return `Run \`brew install azure-cli\`, ${again}`;
  return (
    'See https://learn.microsoft.com/cli/azure/install-azure-cli-linux for your distribution ' +
    `(\`pipx install azure-cli\` works on all of them), ${again}`
  );
}
