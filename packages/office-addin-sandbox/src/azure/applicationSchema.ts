import { z } from 'zod';

/** The writable properties of Graph's application resource. Unknown properties are rejected, as Graph does. */

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu);
const uris = z.array(z.string().max(256));

const scope = z.strictObject({
  id: guid,
  value: z.string().min(1).max(120),
  type: z.enum(['User', 'Admin']),
  isEnabled: z.boolean(),
  adminConsentDisplayName: z.string().max(100),
  adminConsentDescription: z.string(),
  userConsentDisplayName: z.string().max(100).nullish(),
  userConsentDescription: z.string().nullish(),
  origin: z.string().nullish(),
});

const keyCredential = z.strictObject({
  keyId: guid.optional(),
  type: z.literal('AsymmetricX509Cert'),
  usage: z.literal('Verify'),
  key: z.string().nullish(),
  displayName: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
  startDateTime: z.iso.datetime().optional(),
  endDateTime: z.iso.datetime().optional(),
});

export const applicationBody = z
  .strictObject({
    displayName: z.string().min(1).max(256),
    description: z.string().nullish(),
    notes: z.string().nullish(),
    signInAudience: z.enum([
      'AzureADMyOrg',
      'AzureADMultipleOrgs',
      'AzureADandPersonalMicrosoftAccount',
      'PersonalMicrosoftAccount',
    ]),
    identifierUris: uris,
    tags: z.array(z.string().min(1).max(256)),
    api: z.strictObject({
      acceptMappedClaims: z.boolean().nullish(),
      knownClientApplications: z.array(guid).optional(),
      requestedAccessTokenVersion: z.union([z.literal(1), z.literal(2)]).nullish(),
      oauth2PermissionScopes: z.array(scope).optional(),
      preAuthorizedApplications: z
        .array(z.strictObject({ appId: guid, delegatedPermissionIds: z.array(guid) }))
        .optional(),
    }),
    spa: z.strictObject({ redirectUris: uris }),
    web: z.strictObject({
      redirectUris: uris.optional(),
      homePageUrl: z.string().nullish(),
      logoutUrl: z.string().nullish(),
      redirectUriSettings: z.array(z.unknown()).optional(),
      implicitGrantSettings: z
        .strictObject({ enableAccessTokenIssuance: z.boolean(), enableIdTokenIssuance: z.boolean() })
        .optional(),
    }),
    requiredResourceAccess: z.array(
      z.strictObject({
        resourceAppId: guid,
        resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(['Scope', 'Role']) })),
      }),
    ),
    keyCredentials: z.array(keyCredential),
  })
  .partial();

export type ApplicationBody = z.output<typeof applicationBody>;
