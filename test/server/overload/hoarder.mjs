// A server that keeps all that it is asked to keep; a process of its own, for its heap is small.
import { createServer } from 'node:http';
import { createGate } from '../../../dist/server/overload/gate.js';

const much = () => Array.from({ length: 15_000 }, (_, number) => ({ number }));
let kept = [];
const gate = createGate({
  waiting: 1_000,
  longestWait: 60_000,
  connections: 1_000,
  longestAnswer: 60_000,
  log: { warn: (details) => process.send(details) },
  onMemoryFull: () => process.send('full'),
});
const server = createServer((request, response) => {
  const passage = gate.enter(request, response);
  if (passage === undefined) return;
  response.on('close', () => gate.leave(passage));
  if (request.url === '/wait') return;
  if (request.url === '/keep') kept.push(much());
  if (request.url === '/health/free') {
    kept = [];
    // Garbage is collected when more is made.
    for (let each = 0; each < 60; each += 1) kept = [much()];
  }
  response.end('ok');
});
gate.guard(server);
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
