import type { Application } from './application.ts';
import { certificateInUse, LIFETIME_DAYS, prunable, reasonForNew, secretInUse } from './credentials.ts';
import type { FederatedCredential } from './federated.ts';
import type { CredentialKind } from './options.ts';

export type PlanVerb = 'create' | 'change' | 'delete' | 'keep' | 'write';

export interface CredentialPlan {
  readonly kind: CredentialKind;
  /** Create a secret or certificate, upload the local certificate, or trust the identity. */
  readonly action: 'none' | 'make' | 'upload' | 'trust';
  readonly prune: { readonly secrets: readonly string[]; readonly certificates: readonly string[] };
  readonly steps: readonly (readonly [PlanVerb, string])[];
}

export interface CredentialFacts {
  readonly kind: CredentialKind;
  readonly application: Application;
  /** Name of the credentials that this folder created. */
  readonly label: string;
  readonly now: number;
  readonly prune: boolean;
  /** Current CLIENT_SECRET. */
  readonly secret: string | undefined;
  /** Local certificate; `thumbprint` is SHA-1, hexadecimal. */
  readonly certificate: { readonly thumbprint: string; readonly endDateTime: string } | undefined;
  readonly federated: { readonly wanted: FederatedCredential; readonly trusted: boolean } | undefined;
}

/** Plans the changes to credentials. Pure. */
export function credentialPlan(facts: CredentialFacts): CredentialPlan {
  const { action, steps } = actionOf(facts);
  const { application, label, now } = facts;
  const keep = keptIds(facts, action);
  const old = (list: Application['passwordCredentials'] | Application['keyCredentials']) =>
    facts.prune ? prunable(list, label, keep, now) : [];
  const secrets = old(application.passwordCredentials).map(({ keyId }) => keyId);
  const certificates = old(application.keyCredentials).map(({ keyId }) => keyId);
  const removed = [
    ...secrets.map((id) => ['delete', `the replaced secret ${id}`] as const),
    ...certificates.map((id) => ['delete', `the replaced certificate ${id}`] as const),
  ];
  return { kind: facts.kind, action, prune: { secrets, certificates }, steps: [...steps, ...removed] };
}

/** Returns the ids of credentials that stay in use. With an identity or `none`, the folder keeps its credentials. */
function keptIds(facts: CredentialFacts, action: CredentialPlan['action']): string[] {
  const { kind, application, secret, certificate } = facts;
  const secretStays = kind !== 'certificate' && !(kind === 'secret' && action === 'make');
  const certificateStays = kind !== 'secret' && !(kind === 'certificate' && action === 'make');
  const inUse = [
    secretStays ? secretInUse(application.passwordCredentials, secret) : undefined,
    certificateStays ? certificateInUse(application.keyCredentials, certificate?.thumbprint) : undefined,
  ];
  return inUse.flatMap((one) => (one ? [one.keyId] : []));
}

function actionOf(facts: CredentialFacts): Pick<CredentialPlan, 'action' | 'steps'> {
  const { application, now, secret, certificate, federated } = facts;
  switch (facts.kind) {
    case 'none':
      return { action: 'none', steps: [] };
    case 'secret': {
      const inUse = secretInUse(application.passwordCredentials, secret);
      const reason = reasonForNew(inUse, now);
      if (reason === undefined) return kept(`the current secret, valid until ${day(inUse?.endDateTime)}`);
      const why = reason === 'missing' ? '' : `: the current one expires on ${day(inUse?.endDateTime)}`;
      return { action: 'make', steps: [['create', `a secret, valid for ${LIFETIME_DAYS} days${why}`]] };
    }
    case 'certificate': {
      if (certificate && reasonForNew(certificate, now) === undefined) {
        if (certificateInUse(application.keyCredentials, certificate.thumbprint))
          return kept(`the current certificate, valid until ${day(certificate.endDateTime)}`);
        return { action: 'upload', steps: [['change', 'upload the local certificate']] };
      }
      return {
        action: 'make',
        steps: [['create', `a certificate, valid for ${LIFETIME_DAYS} days; its key stays on this machine`]],
      };
    }
    case 'managed-identity':
      if (federated?.trusted !== false) return kept('the trust in the managed identity');
      return {
        action: 'trust',
        steps: [['create', `trust in the managed identity ${federated.wanted.subject}`]],
      };
  }
}

const kept = (what: string) => ({ action: 'none', steps: [['keep', what]] }) as const;

function day(date = ''): string {
  return date.slice(0, 10);
}
