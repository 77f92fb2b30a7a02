import type { ProjectSettings } from '../project.ts';
import type { Environment } from '../env/environment.ts';
import { UserError } from '../userError.ts';
import {
  compareAuthority,
  compareRegistration,
  differencesOfPane,
  readRegistration,
  wantedPane,
  wantedRegistration,
  type Application,
  type Finding,
} from '../registration/index.ts';
import { API_SCOPE } from '../registration/wellKnown.ts';
import type { RegistrationFacts } from './facts.ts';

/** Reads and compares the registration with az's sign-in. Without a sign-in, returns the reason. */
export async function readRegistrationFacts(
  config: Pick<
    ProjectSettings,
    'clientId' | 'paneClientId' | 'addinOrigin' | 'authority' | 'scopes' | 'graphEndpoint'
  >,
  env: Environment,
  graphEndpoint = config.graphEndpoint,
): Promise<RegistrationFacts> {
  const { clientId, addinOrigin: origin, scopes } = config;
  const paneClientId = config.paneClientId === clientId ? undefined : config.paneClientId;
  try {
    const { registration, permissionIds } = await readRegistration({ clientId, env, graphEndpoint });
    if (!registration) return { kind: 'missing' };
    const wanted = wantedRegistration({ clientId, paneClientId, origin, scopes, permissionIds });
    const findings = [
      ...compareRegistration(registration, wanted),
      ...compareAuthority(registration.signInAudience, config.authority),
      ...(paneClientId === undefined
        ? []
        : await paneFindings({
            paneClientId,
            config,
            env,
            graphEndpoint,
            registration,
            scopeId: wanted.scopeId,
          })),
    ];
    return { kind: 'read', findings };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'not-asked', why: error.message };
    throw error;
  }
}

interface PaneFacts {
  readonly paneClientId: string;
  readonly config: Pick<ProjectSettings, 'clientId' | 'addinOrigin'>;
  readonly env: Environment;
  readonly graphEndpoint: string;
  /** The server's registration. */
  readonly registration: Application;
  /** Id that configure-sso gives to a new scope. */
  readonly scopeId: string;
}

/** Compares the pane's own registration with what configure-sso would create. */
async function paneFindings(facts: PaneFacts): Promise<Finding[]> {
  const { paneClientId, config, env, graphEndpoint, registration, scopeId } = facts;
  const { registration: pane } = await readRegistration({ clientId: paneClientId, env, graphEndpoint });
  const fix = 'Run `npm run configure-sso`, or change it in the Entra admin center (docs/register.md).';
  if (!pane) {
    const problem = 'The tenant has no registration with this client id.';
    return [{ where: 'PANE_CLIENT_ID', problem, fix }];
  }
  const scope = registration.api.oauth2PermissionScopes.find(({ value }) => value === API_SCOPE);
  const wanted = wantedPane(config.addinOrigin, {
    signInAudience: registration.signInAudience,
    apiClientId: config.clientId,
    scopeId: scope?.id ?? scopeId,
  });
  return differencesOfPane(pane, wanted).list.map(({ where, problem }) => ({
    where: `Registration of the pane, ${where}`,
    problem,
    fix,
  }));
}
