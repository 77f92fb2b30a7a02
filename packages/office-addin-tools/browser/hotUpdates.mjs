/** Applies changed modules of a page in development, or reloads it. Receives the hash of each build from devServer.ts. */
import 'webpack/hot/dev-server.js';
import updates from 'webpack/hot/emitter.js';
import log from 'webpack/hot/log.js';

log.setLogLevel('warning');

function connect() {
  const socket = new WebSocket(`wss://${location.host}/ws`);
  socket.onmessage = ({ data }) => updates.emit('webpackHotUpdate', data);
  // Until `npm start` runs again.
  socket.onclose = () => setTimeout(connect, 1000);
}

connect();
