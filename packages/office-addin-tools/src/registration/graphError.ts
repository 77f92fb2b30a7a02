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

/** Graph said no. `code` and `message` are Graph's, `detail` its more exact code. */
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

const again = 'Nothing is lost: run the command again.';

/** The refusal in words for the developer, with the fix. Pure. @param doing what was tried, such as "create the registration" */
export function graphUserError(refusal: GraphError, doing: string): UserError {
  const { status, code, detail, message } = refusal;
  const said = `Graph refused to ${doing} (${[status, code, detail].filter(Boolean).join(', ')}): ${message}`;
  const withFix = (fix: string) => new UserError(`${said}\n${fix}`, { cause: refusal });
  if (/identifierUris|NonDefaultUri|HostNameNotOnVerifiedDomain/iu.test(`${code} ${detail} ${message}`)) {
    return withFix(
      'A policy of this tenant allows other Application ID URIs only. Use a verified domain as the host of ' +
        'ADDIN_ORIGIN (Entra admin center, Settings, Domain names), such as addin.contoso.com. If the policy ' +
        'allows the default URI only, an administrator has to exempt this registration.',
    );
  }
  if (
    /CredentialTypeNotAllowed|CredentialInvalidLifetime|credential.*polic/iu.test(
      `${code} ${detail} ${message}`,
    )
  ) {
    return withFix(
      'A policy of the tenant forbids secrets like this. Take `--credential certificate`, or on Azure ' +
        '`--credential managed-identity --identity <principal id>`.',
    );
  }
  if (status === 403 || code === 'Authorization_RequestDenied') {
    return withFix(
      'The account lacks the right. For a new registration it needs the role Application Developer (where users ' +
        'may not register applications); for one of somebody else it has to be an owner of it, or Cloud ' +
        'Application Administrator. Ask an administrator of the tenant, or sign in with another account: ' +
        '`az login --allow-no-subscriptions`.',
    );
  }
  if (status === 401) return withFix('Sign in anew: `az login --allow-no-subscriptions`.');
  if (status === 429 || status >= 500) return withFix(`Graph is busy. Wait a minute. ${again}`);
  return withFix(again);
}
