import { z } from 'zod';

/** Graph's application resource (v1.0): the members of an add-in's registration. Unknown members are preserved. */

/** Replaces null and missing values, which Graph returns for members that were never set. */
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
  /** Object id, used in Graph paths. */
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
      knownClientApplications: list(z.string()),
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
  /** `hint` contains only the first three characters of the secret. */
  passwordCredentials: list(credential.extend({ hint: z.string().nullish() })),
  keyCredentials: list(credential.extend({ customKeyIdentifier: z.string().nullish() })),
});

export type Application = z.output<typeof applicationSchema>;

/** Members to select. Without $select, Graph omits some. */
export const APPLICATION_SELECT = Object.keys(applicationSchema.shape).join(',');
