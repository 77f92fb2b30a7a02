import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../http/asyncHandler.ts';
import { hang } from '../http/faults.ts';
import { scriptedInPane, type ScriptedInPane } from '../scriptedInPane.ts';
import type { ControlOptions } from './control.ts';
import { eventRuntimes, type LaunchEventResult } from './launchEvents.ts';
import { AccessTokenCalls } from './accessTokenCalls.ts';
import { authContextReply, type AuthContextReply } from './authContext.ts';
import { APPS } from './events.ts';
import { NestedAppAuth, nestedRequest } from './nestedAppAuth.ts';
import { OfficeSession } from './officeSession.ts';

const app = z.enum(APPS);

const accessTokenCall = z.object({
  app,
  addin: z.string().max(200).optional(),
  frame: z.string().max(200).optional(),
  script: z.url().optional(),
  isPhone: z.boolean().optional(),
  options: z.record(z.string(), z.unknown()).default({}),
  promptAnswer: z.enum(['sign-in', 'signIn', 'cancel']).optional(),
});
const documentCall = z.object({ app, content: z.array(z.unknown()), written: z.unknown() });
const scriptedCall = z.object({ app, kind: z.enum(scriptedInPane), what: z.string().max(2000) });
const commandCall = z.object({
  app,
  functionName: z.string().max(500),
  answer: z.union([z.string().max(100), z.number()]),
});
const notImplementedCall = z.object({
  app,
  member: z.string().max(500),
  requirementSet: z.string().max(200).default(''),
});
const scriptCall = z.object({ script: z.url({ protocol: /^https$/u }) });
const scriptRequest = scriptCall.extend({
  url: z.url({ protocol: /^https$/u }),
  method: z.string().max(20),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
});
const launchEventEntry = z.object({
  app,
  type: z.string().max(100),
  functionName: z.string().max(500).optional(),
  runtime: z.enum(eventRuntimes).optional(),
  answer: z.union([z.string().max(100), z.number()]),
  message: z.string().max(2000).optional(),
});
const dialogCall = z.object({
  app: app.optional(),
  url: z.string(),
  code: z.union([z.number(), z.string(), z.null()]).default(null),
});

/** Returns the router for the host page's own calls. */
export function officeCalls({ state, origins, entra, scripts, launchEvents }: ControlOptions): Router {
  const session = new OfficeSession(state);
  const accessTokens = new AccessTokenCalls({ state, entra, session, scripts });
  const nested = new NestedAppAuth({ state, origins, entra, session });
  const router = Router();

  /** Returns the next answer instead of the server's, with the status and title of its problem. */
  function serverAnswer(kind: 'server' | 'preferences', name: string, request: string) {
    const answer = state.next(kind);
    state.log.add('server', {
      app: name,
      request,
      answer: typeof answer === 'object' ? answer.code : answer,
    });
    return typeof answer === 'object' ? { ...answer, ...state.problems[answer.code] } : answer;
  }

  function scriptedAnswer(kind: ScriptedInPane, name: string, what: string): unknown {
    switch (kind) {
      case 'server':
      case 'preferences':
        return serverAnswer(kind, name, what);
      case 'authContext':
        return authContextAnswer(name);
      case 'dialog':
      case 'document':
        return state.next(kind);
    }
  }

  function authContextAnswer(name: string): AuthContextReply {
    const reply = authContextReply(state, origins, session);
    const answer = reply === 'hang' ? reply : 'error' in reply ? reply.error : 'ok';
    state.log.add('authContext', { app: name, answer });
    return reply;
  }

  router.post(
    '/access-token',
    asyncHandler(async (req, res) => {
      const { frame, promptAnswer, ...call } = accessTokenCall.parse(req.body);
      const answer = promptAnswer === 'signIn' ? 'sign-in' : promptAnswer;
      await accessTokens.answer({ ...call, frame: frame ?? call.app, promptAnswer: answer }, res);
    }),
  );

  router.post('/document', (req, res) => {
    const { app: name, content, written } = documentCall.parse(req.body);
    state.setDocument(name, content, written);
    res.sendStatus(204);
  });

  router.post('/not-implemented', (req, res) => {
    const { app: name, member, requirementSet } = notImplementedCall.parse(req.body);
    state.log.add('notImplemented', { app: name, member, requirementSet });
    res.sendStatus(204);
  });

  router.post('/dialog', (req, res) => {
    const { url, ...facts } = dialogCall.parse(req.body);
    // Queries and fragments can contain codes of a sign-in.
    state.log.add('dialog', { ...facts, url: url.split(/[?#]/)[0] });
    res.sendStatus(204);
  });

  router.post('/command', (req, res) => {
    state.log.add('command', commandCall.parse(req.body));
    res.sendStatus(204);
  });

  router.post('/scripted', (req, res) => {
    const { app: name, kind, what } = scriptedCall.parse(req.body);
    // The log has separate entries for dialogs and documents.
    res.json({ answer: scriptedAnswer(kind, name, what) });
  });

  router.post('/launch-event', (req, res) => {
    state.log.add('launchEvent', launchEventEntry.parse(req.body));
    res.sendStatus(204);
  });

  router.post('/launch-event/:id/claim', (req, res) => {
    res.json({ claimed: launchEvents.claim(String(req.params['id'])) });
  });

  router.post('/launch-event/:id/result', (req, res) => {
    launchEvents.finish(String(req.params['id']), req.body as LaunchEventResult);
    res.sendStatus(204);
  });

  router.post(
    '/event-script',
    asyncHandler(async (req, res) => {
      const { script } = scriptCall.parse(req.body);
      res.json(
        await scripts.load(script).then(
          (text) => ({ text }),
          (error: Error) => ({ error: error.message }),
        ),
      );
    }),
  );

  router.post(
    '/event-fetch',
    asyncHandler(async (req, res) => {
      res.json(
        await scripts.send(scriptRequest.parse(req.body)).then(
          (response) => ({ response }),
          (error: Error) => ({ error: error.message }),
        ),
      );
    }),
  );

  router.post(
    '/nested',
    asyncHandler(async (req, res) => {
      const answer = await nested.answer(nestedRequest.parse(req.body));
      if (answer) res.json(answer);
      else hang(res);
    }),
  );

  return router;
}
