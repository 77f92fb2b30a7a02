/** What the imitation answers in place of a success, in Graph's form. */
export interface GraphFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Graph's more exact code, in `details`. */
  readonly detail?: string;
  readonly retryAfter?: number;
}

export function badRequest(message: string, detail = 'InvalidValue'): GraphFault {
  return { status: 400, code: 'Request_BadRequest', message, detail };
}

export const notFound = (what: string): GraphFault => ({
  status: 404,
  code: 'Request_ResourceNotFound',
  message: `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
});
