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

/** Reads and compares the registration with az's sign-in. Without a sign-in, returns the reason. */
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
