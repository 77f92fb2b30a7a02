import type { Logger } from 'pino';
import type { GraphClient } from './graph/graphClient.ts';
import type { Api } from './http/api.ts';

export interface FeatureContext {
  readonly graph: GraphClient;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A part of the API. Add features to the list in `app.ts`. */
export interface Feature {
  readonly routes: (api: Api, context: FeatureContext) => void;
}
