/** An error response of Graph. */
export interface GraphFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The more specific code in `details`. */
  readonly detail?: string;
  /** Seconds. */
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
