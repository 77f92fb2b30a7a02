// Simulates the az commands that registering an application needs, and records each call. Never signs in to Azure.
// startDryAzure.ts sets the environment variables with the address of the simulated Graph and the situation.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { DRY_AZURE_FOLDER: folder, DRY_AZURE_GRAPH: graph, DRY_AZURE_SITUATION: situation } = process.env;
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('-')).join(' ');

function end(code, text = '') {
  appendFileSync(
    join(folder, 'recording.jsonl'),
    `${JSON.stringify({ at: new Date().toISOString(), kind: 'az', args, code })}\n`,
  );
  (code === 0 ? process.stdout : process.stderr).write(text === '' ? '' : `${text}\n`);
  process.exit(code);
}

if (!folder || !graph) {
  process.stderr.write(
    'This az is part of the simulated Azure. Run it through npm run configure-sso -- --dry-azure.\n',
  );
  process.exit(1);
}

const { tenant, user } = JSON.parse(readFileSync(join(folder, 'azure.json'), 'utf8'));
const signedInFile = join(folder, 'signed-in');
const needsSignIn =
  ['signed-out', 'expired', 'no-subscription'].includes(situation) && !existsSync(signedInFile);
const account = {
  id: tenant.id,
  tenantId: tenant.id,
  user: { name: user.name, type: 'user' },
  state: 'Enabled',
};

/** Returns a token without a signature, which only the simulated Graph accepts. */
function token() {
  const part = (claims) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const audience = situation === 'other-cloud' ? 'https://graph.microsoft.us' : graph;
  return `${part({ alg: 'none' })}.${part({ aud: audience, tid: tenant.id })}.dry-azure-token`;
}

async function sendRequest(method, path, body) {
  const response = await fetch(`${graph}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token()}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  end(response.ok ? 0 : 1, response.ok ? text : `ERROR: ${text}`);
}

function refuseWithoutSignIn() {
  if (!needsSignIn) return;
  if (situation === 'expired') {
    end(
      1,
      'ERROR: AADSTS700082: The refresh token has expired due to inactivity.\n' +
        'Interactive authentication is needed. Please run:\naz login',
    );
  }
  if (situation === 'no-subscription') end(1, 'ERROR: No subscriptions found for the signed-in account.');
  end(1, "ERROR: Please run 'az login' to setup account.");
}

if (words.startsWith('version')) {
  end(0, JSON.stringify({ 'azure-cli': situation === 'az-old' ? '2.0.81' : '2.80.0' }));
} else if (words.startsWith('account get-access-token')) {
  if (situation === 'az-old') {
    end(2, "ERROR: az account get-access-token: 'ms-graph' is misspelled or not recognized: invalid choice.");
  }
  refuseWithoutSignIn();
  end(0, JSON.stringify({ accessToken: token(), tenant: tenant.id, tokenType: 'Bearer' }));
} else if (words.startsWith('account show')) {
  refuseWithoutSignIn();
  end(0, JSON.stringify(account));
} else if (words.startsWith('login')) {
  writeFileSync(signedInFile, '');
  end(0, JSON.stringify([account]));
} else if (words.startsWith('rest')) {
  const url = new URL(args[args.findIndex((arg) => ['-u', '--uri', '--url'].includes(arg)) + 1] ?? graph);
  await sendRequest('GET', url.pathname + url.search);
} else if (words.startsWith('ad app permission admin-consent')) {
  await sendRequest('POST', '/dry-azure/admin-consent', { appId: args[args.indexOf('--id') + 1] });
} else end(2, `ERROR: '${words}' is misspelled or not recognized by the system.`);
