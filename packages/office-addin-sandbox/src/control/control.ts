import express, { Router, type ErrorRequestHandler } from 'express';
import { z, ZodError } from 'zod';
import type { Entra } from '../entra/entra.ts';
import type { SandboxOrigins } from '../ports.ts';
import { unknownProblem } from '../problems.ts';
import { recordSession } from '../recording/recording.ts';
import { scenarioSchema } from '../scenario.ts';
import { unknownScenario } from '../scenarios/namedScenario.ts';
import type { SandboxState } from '../state.ts';
import { asyncHandler } from '../http/asyncHandler.ts';
import { UserError } from '../userError.ts';
import { eventRuntimes, type LaunchEvents } from './launchEvents.ts';
import type { EventScripts } from './eventScripts.ts';
import { APPS, sendEvents } from './events.ts';
import { validationMessage } from './validationMessage.ts';
import { officeCalls } from './officeCalls.ts';
import { callerGuard } from './callerGuard.ts';

const byId = z.strictObject({ id: z.string() });
const launchEventRequest = z.strictObject({
  type: z.string().min(1).max(100),
  data: z.record(z.string(), z.unknown()).optional(),
  runtime: z.enum(eventRuntimes).optional(),
});
const composed = z.strictObject({ scenario: z.record(z.string(), z.unknown()) });

export interface ControlOptions {
  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly entra: Entra;
  readonly scripts: EventScripts;
  readonly launchEvents: LaunchEvents;
}

/** Returns the router for the control calls under `/__sandbox`. Mount it at the root of the host page's origin. */
export function createControl({ state, origins, entra, scripts, launchEvents }: ControlOptions): Router {
  const router = Router();
  router.use(callerGuard(origins), express.json({ limit: '20mb' }));

  router.get('/scenarios', (_req, res) => {
    res.json(state.scenarios);
  });
  router.get('/scenario', (_req, res) => {
    res.json(currentScenario(state));
  });
  router.put('/scenario', (req, res) => {
    const named = byId.safeParse(req.body);
    const own = composed.safeParse(req.body);
    if (named.success) {
      const found = state.scenarios.find(({ id }) => id === named.data.id);
      if (!found) {
        res.status(404).json({ error: unknownScenario(named.data.id, state.scenarios) });
        return;
      }
      state.setScenario(found.scenario, found.id);
    } else if (own.success) {
      const parsed = scenarioSchema.safeParse(own.data.scenario);
      const fault = parsed.success
        ? unknownProblem(parsed.data, state.problems)
        : validationMessage(parsed.error);
      if (fault !== undefined) {
        res.status(400).json({ error: fault });
        return;
      }
      state.setScenario(own.data.scenario);
    } else {
      res
        .status(400)
        .json({ error: 'Invalid body. Send {"id": "..."} or {"scenario": {...}}, and no other members.' });
      return;
    }
    res.json(currentScenario(state));
  });
  router.get('/log', (_req, res) => {
    res.json(state.log.entries);
  });
  router.get('/recording', (_req, res) => {
    res.json(recordSession(state));
  });
  router.get('/document', (req, res) => {
    const app = z.enum(APPS).safeParse(req.query['app']);
    if (app.success) res.json({ app: app.data, content: state.document(app.data) });
    else res.status(400).json({ error: `Invalid or missing parameter app. Use one of: ${APPS.join(', ')}.` });
  });
  router.post('/reset', (_req, res) => {
    state.reset();
    res.json(currentScenario(state));
  });
  router.post(
    '/launch-event',
    asyncHandler(async (req, res) => {
      const request = launchEventRequest.parse(req.body);
      try {
        res.json(await launchEvents.raise(request));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        res.status(409).json({ error: error.message });
      }
    }),
  );
  router.get('/events', (req, res) => sendEvents(state, launchEvents, req, res));
  router.use('/office', officeCalls({ state, origins, entra, scripts, launchEvents }));
  router.use((_req, res) => {
    res.status(404).json({ error: 'Unknown control call. The README of office-addin-sandbox lists them.' });
  });
  router.use(validationErrorHandler);
  const mounted = Router();
  mounted.use('/__sandbox', router);
  return mounted;
}

function currentScenario({ scenarioId, scenario }: SandboxState) {
  return { id: scenarioId, scenario };
}

/** Responds with 400 and the missing or invalid members of the body. */
const validationErrorHandler: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!(error instanceof ZodError)) {
    next(error);
    return;
  }
  const message = error.issues
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');
  res.status(400).json({ error: message });
};
