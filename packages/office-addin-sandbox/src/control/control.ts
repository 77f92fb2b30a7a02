import express, { Router, type ErrorRequestHandler } from 'express';
import { z, ZodError } from 'zod';
import type { Entra } from '../entra/entra.ts';
import type { SandboxOrigins } from '../ports.ts';
import { unknownProblem } from '../problems.ts';
import { scenarioSchema } from '../scenario.ts';
import type { SandboxState } from '../state.ts';
import { APPS, sendEvents } from './events.ts';
import { faultSentence } from './faultSentence.ts';
import { officeCalls } from './officeCalls.ts';
import { ownPagesOnly } from './ownPagesOnly.ts';

const byId = z.strictObject({ id: z.string() });
const composed = z.strictObject({ scenario: z.record(z.string(), z.unknown()) });

/** The control calls under `/__sandbox`, to be mounted at the root of the host page's origin. */
export function createControl(state: SandboxState, origins: SandboxOrigins, entra: Entra): Router {
  const router = Router();
  router.use(ownPagesOnly(origins), express.json({ limit: '20mb' }));

  router.get('/scenarios', (_req, res) => {
    res.json(state.scenarios);
  });
  router.get('/scenario', (_req, res) => {
    res.json(inForce(state));
  });
  router.put('/scenario', (req, res) => {
    const named = byId.safeParse(req.body);
    const own = composed.safeParse(req.body);
    if (named.success) {
      const found = state.scenarios.find(({ id }) => id === named.data.id);
      if (!found) {
        res.status(404).json({ error: `There is no scenario "${named.data.id}"; see /__sandbox/scenarios.` });
        return;
      }
      state.setScenario(found.scenario, found.id);
    } else if (own.success) {
      const parsed = scenarioSchema.safeParse(own.data.scenario);
      const fault = parsed.success
        ? unknownProblem(parsed.data, state.problems)
        : faultSentence(parsed.error);
      if (fault !== undefined) {
        res.status(400).json({ error: fault });
        return;
      }
      state.setScenario(own.data.scenario);
    } else {
      res
        .status(400)
        .json({ error: 'The body has to be {"id": "..."} or {"scenario": {...}}, nothing beside it.' });
      return;
    }
    res.json(inForce(state));
  });
  router.get('/log', (_req, res) => {
    res.json(state.log.entries);
  });
  router.get('/document', (req, res) => {
    const app = z.enum(APPS).safeParse(req.query['app']);
    if (app.success) res.json({ app: app.data, content: state.document(app.data) });
    else res.status(400).json({ error: `app: has to be one of ${APPS.join(', ')}.` });
  });
  router.post('/reset', (_req, res) => {
    state.reset();
    res.json(inForce(state));
  });
  router.get('/events', (req, res) => sendEvents(state, req, res));
  router.use('/office', officeCalls(state, origins, entra));
  router.use((_req, res) => {
    res.status(404).json({ error: 'The sandbox has no such call.' });
  });
  router.use(unreadable);
  const mounted = Router();
  mounted.use('/__sandbox', router);
  return mounted;
}

function inForce({ scenarioId, scenario }: SandboxState) {
  return { id: scenarioId, scenario };
}

/** Members of a body that are missing or of the wrong kind. */
const unreadable: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!(error instanceof ZodError)) {
    next(error);
    return;
  }
  const sentence = error.issues
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');
  res.status(400).json({ error: sentence });
};
