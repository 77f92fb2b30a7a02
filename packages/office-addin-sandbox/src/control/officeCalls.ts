import { Router } from 'express';
import { z } from 'zod';
import type { Entra } from '../entra/entra.ts';
import { asyncHandler } from '../http/asyncHandler.ts';
import { hang } from '../http/faults.ts';
import type { SandboxOrigins } from '../ports.ts';
import { scriptedInPane, type ScriptedInPane } from '../scriptedInPane.ts';
import type { SandboxState } from '../state.ts';
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
const dialogCall = z.object({
  app: app.optional(),
  url: z.string(),
  code: z.union([z.number(), z.string(), z.null()]).default(null),
});

/** Returns the router for the host page's own calls. */
export function officeCalls(state: SandboxState, origins: SandboxOrigins, entra: Entra): Router {
  const session = new OfficeSession(state);
  const accessTokens = new AccessTokenCalls(state, entra, session);
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
