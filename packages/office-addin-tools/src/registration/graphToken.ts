import { z } from 'zod';
import type { Environment } from '../env/environment.ts';
import { UserError } from '../userError.ts';
import { runAz } from './az.ts';
import { azError } from './azError.ts';

/** A token for Graph from az's own sign-in. */
export interface GraphToken {
  readonly accessToken: string;
  readonly tenantId: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const answer = z.object({ accessToken: z.string().min(1), tenant: z.string().regex(GUID) });

export interface SignInOptions {
  readonly env: Environment;
  readonly platform?: NodeJS.Platform;
  /** Another tenant than az's default. A GUID. */
  readonly tenantId?: string | undefined;
  /** Origin of the Graph that the token is for. */
  readonly graphEndpoint: string;
}

/** @throws UserError (SignInRequired where a new sign-in mends it) */
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
  if (!parsed.success) throw new UserError('az answered in a form that is not known. Run `az upgrade`.');
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

/** Graph's tokens are not ours to read, except to name a cloud that was mixed up; what cannot be read passes. */
function checkCloud(token: string, graphEndpoint: string): void {
  const claims = jsonOf(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const audience = z.object({ aud: z.string() }).safeParse(claims).data?.aud;
  if (audience === undefined || !URL.canParse(audience)) return;
  const { origin, protocol } = new URL(audience);
  if (protocol !== 'https:' || origin === graphEndpoint) return;
  throw new UserError(
    `az is signed in to the cloud of ${origin}, and GRAPH_ENDPOINT is ${graphEndpoint}. Change the cloud of az ` +
      '(`az cloud list -o table`, `az cloud set --name AzureCloud`), or GRAPH_ENDPOINT and AUTHORITY in .ENV.',
  );
}
