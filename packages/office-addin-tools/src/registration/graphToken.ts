import { z } from 'zod';
import type { Environment } from '../env/environment.ts';
import { UserError } from '../userError.ts';
import { runAz } from './az.ts';
import { azError } from './azError.ts';

/** A token for Graph from az's sign-in. */
export interface GraphToken {
  readonly accessToken: string;
  readonly tenantId: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const answer = z.object({ accessToken: z.string().min(1), tenant: z.string().regex(GUID) });

export interface SignInOptions {
  readonly env: Environment;
  readonly platform?: NodeJS.Platform;
  /** GUID of a tenant other than az's default. */
  readonly tenantId?: string | undefined;
  /** Origin of Graph. */
  readonly graphEndpoint: string;
}

/** @throws SignInRequired if the user must sign in; UserError for other problems */
export async function getGraphToken(options: SignInOptions): Promise<GraphToken> {
  const { env, platform = process.platform, tenantId, graphEndpoint } = options;
  const tenant = tenantId === undefined ? [] : ['--tenant', tenantId];
  const said = await runAz(
    ['account', 'get-access-token', '--resource-type', 'ms-graph', ...tenant, '-o', 'json'],
    env,
    platform,
  );
  if (said.code !== 0) throw azError(said, platform);
  const parsed = answer.safeParse(jsonOf(said.stdout));
  if (!parsed.success) throw new UserError('az printed an unknown format. Run `az upgrade`.');
  const { accessToken } = parsed.data;
  checkCloud(accessToken, graphEndpoint);
  return { accessToken, tenantId: parsed.data.tenant.toLowerCase() };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks the token's audience, to report a wrong cloud clearly. Graph tokens are opaque, so accepts an unreadable one. */
function checkCloud(token: string, graphEndpoint: string): void {
  const claims = jsonOf(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const audience = z.object({ aud: z.string() }).safeParse(claims).data?.aud;
  if (audience === undefined || !URL.canParse(audience)) return;
  const { origin, protocol } = new URL(audience);
  if (protocol !== 'https:' || origin === graphEndpoint) return;
  throw new UserError(
    `az is signed in to the cloud of ${origin}, but GRAPH_ENDPOINT is ${graphEndpoint}. Change az's cloud ` +
      '(`az cloud list -o table`, `az cloud set --name AzureCloud`), or GRAPH_ENDPOINT and AUTHORITY in .ENV.',
  );
}
