import { z } from 'zod';
import { UserError } from '../userError.ts';

const body = z.object({
  error: z.object({
    code: z.string().default(''),
    message: z.string().default(''),
    details: z
      .array(z.object({ code: z.string().default('') }))
      .nullish()
      .catch([]),
  }),
});

/** An error response of Graph. `code` and `message` are Graph's; `detail` is its more specific code. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  readonly detail: string;

  constructor(status: number, answer: unknown) {
    const { error } = body.safeParse(answer).data ?? { error: { code: '', message: '', details: [] } };
    super(error.message === '' ? `Graph answered ${status}.` : error.message);
    this.status = status;
    this.code = error.code;
    this.detail = error.details?.[0]?.code ?? '';
  }
}

const again = 'Run the command again to resume.';

/** The refusal in words for the developer, with the fix. Pure. @param doing what was tried, such as "create the registration" */
export function graphUserError(error: GraphError, action: string): UserError {
  const { status, code, detail, message } = error;
  const said = `Graph refused to ${action} (${[status, code, detail].filter(Boolean).join(', ')}): ${message}`;
  const withFix = (fix: string) => new UserError(`${said}\n${fix}`, { cause: error });
  if (/identifierUris|NonDefaultUri|HostNameNotOnVerifiedDomain/iu.test(`${code} ${detail} ${message}`)) {
    return withFix(
      'A policy of this tenant does not allow this Application ID URI. Use a verified domain as the host of ADDIN_ORIGIN, ' +
        'such as addin.contoso.com (Entra admin center, Settings, Domain names). If the policy allows the default URI ' +
        'only, an administrator must exempt this registration.',
    );
  }
  if (
    /CredentialTypeNotAllowed|CredentialInvalidLifetime|credential.*polic/iu.test(
      `${code} ${detail} ${message}`,
    )
  ) {
    return withFix(
      'A policy of this tenant forbids secrets. Use `--credential certificate`, or on Azure ' +
        '`--credential managed-identity --identity <principal id>`.',
    );
  }
  if (status === 403 || code === 'Authorization_RequestDenied') {
    return withFix(
      'The account lacks permission. To create a registration where users may not register applications, it needs the ' +
        "role Application Developer. To change someone else's, it must be an owner or Cloud Application Administrator. " +
        'Ask an administrator of the tenant, or sign in with another account: `az login --allow-no-subscriptions`.',
    );
  }
  if (status === 401) return withFix('Sign in again: `az login --allow-no-subscriptions`.');
  if (status === 429 || status >= 500) return withFix(`Graph is busy. Wait a minute. ${again}`);
  return withFix(again);
}
