import { z } from 'zod';

/** Graph's application resource (v1.0), as far as an add-in's registration goes. What else stands there is kept. */

/** Graph answers null, or nothing, for what was never set. */
const otherwise = <T extends z.ZodType>(fallback: unknown, schema: T) =>
  z.preprocess((value) => value ?? fallback, schema);
const list = <T extends z.ZodType>(item: T) => otherwise([], z.array(item));
const text = otherwise('', z.string());
const flag = otherwise(false, z.boolean());

const permissionScope = z.looseObject({
  id: z.string(),
  value: text,
  isEnabled: otherwise(true, z.boolean()),
});
const preAuthorized = z.looseObject({ appId: z.string(), delegatedPermissionIds: list(z.string()) });
const resourceAccess = z.looseObject({
  resourceAppId: z.string(),
  resourceAccess: list(z.looseObject({ id: z.string(), type: z.string() })),
});
const credential = z.looseObject({
  keyId: z.string(),
  displayName: text,
  endDateTime: text,
});

export const applicationSchema = z.looseObject({
  /** Object id: the address of the registration in Graph. */
  id: z.string(),
  /** Client id. */
  appId: z.string(),
  displayName: text,
  uniqueName: z.string().nullish(),
  createdDateTime: text,
  signInAudience: otherwise('AzureADMyOrg', z.string()),
  identifierUris: list(z.string()),
  tags: list(z.string()),
  api: otherwise(
    {},
    z.looseObject({
      requestedAccessTokenVersion: z.number().nullish(),
      oauth2PermissionScopes: list(permissionScope),
      preAuthorizedApplications: list(preAuthorized),
    }),
  ),
  spa: otherwise({}, z.looseObject({ redirectUris: list(z.string()) })),
  web: otherwise(
    {},
    z.looseObject({
      implicitGrantSettings: otherwise(
        {},
        z.looseObject({ enableIdTokenIssuance: flag, enableAccessTokenIssuance: flag }),
      ),
    }),
  ),
  requiredResourceAccess: list(resourceAccess),
  /** `hint`: the first three characters of the secret; never more than that. */
  passwordCredentials: list(credential.extend({ hint: z.string().nullish() })),
  keyCredentials: list(credential.extend({ customKeyIdentifier: z.string().nullish() })),
});

export type Application = z.output<typeof applicationSchema>;

/** The members that are asked for. Without naming them Graph leaves some out. */
export const APPLICATION_SELECT = Object.keys(applicationSchema.shape).join(',');
