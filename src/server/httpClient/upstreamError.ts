/**
 * The error response of another service, as the `cause` of a problem: status, codes and ids for the log. Never its text,
 * which may contain names and addresses of people.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly facts: Readonly<Record<string, string | number | undefined>>;

  constructor(facts: Readonly<Record<string, string | number | undefined>>) {
    super('The service returned an error.');
    this.facts = facts;
  }
}
