import type { ProjectSettings } from '../project.ts';
import type { Environment } from '../env/environment.ts';
import { UserError } from '../userError.ts';
import {
  compareAuthority,
  compareRegistration,
  readRegistration,
  wantedRegistration,
} from '../registration/index.ts';
import type { RegistrationFacts } from './facts.ts';

/**
 * The registration as it is, by the sign-in that az has. Without one that is said, and nothing more.
 * @param graphEndpoint tests bring their own
 */
export async function readRegistrationFacts(
  config: Pick<ProjectSettings, 'clientId' | 'addinOrigin' | 'authority' | 'scopes' | 'graphEndpoint'>,
  env: Environment,
  graphEndpoint = config.graphEndpoint,
): Promise<RegistrationFacts> {
  const { clientId, addinOrigin: origin, scopes } = config;
  try {
    const { registration, permissionIds } = await readRegistration({ clientId, env, graphEndpoint });
    if (!registration) return { kind: 'missing' };
    const wanted = wantedRegistration({ clientId, origin, scopes, permissionIds });
    const findings = [
      ...compareRegistration(registration, wanted),
      ...compareAuthority(registration.signInAudience, config.authority),
    ];
    return { kind: 'read', findings };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'not-asked', why: error.message };
    throw error;
  }
}
