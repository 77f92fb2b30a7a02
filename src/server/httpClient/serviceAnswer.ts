/**
 * What a service answered, as the cause of a problem: numbers and identifiers for the log. Never its text, which
 * may hold names and addresses of people.
 */
export class ServiceAnswer extends Error {
  override readonly name = 'ServiceAnswer';
  readonly facts: Readonly<Record<string, string | number | undefined>>;

  constructor(facts: Readonly<Record<string, string | number | undefined>>) {
    super('What the service answered.');
    this.facts = facts;
  }
}
