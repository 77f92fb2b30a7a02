import express from 'express';
import { Agent, request } from 'undici';

/**
 * The baseline: an Express server that calls Graph once and forwards the response, without validation, cache, logs, headers
 * and time limits.
 */
const graph = process.env['GRAPH_ENDPOINT'] ?? '';
const dispatcher = new Agent({ connections: 128, keepAliveTimeout: 30_000 });
const app = express();

app.get('/healthz', (_req, res) => void res.end());
app.get('/api/me', (req, res, next) => {
  const ask = async () => {
    const headers = { authorization: req.headers.authorization ?? '' };
    const answer = await request(`${graph}/v1.0/me`, { dispatcher, headers });
    res.json(await answer.body.json());
  };
  ask().catch(next);
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
