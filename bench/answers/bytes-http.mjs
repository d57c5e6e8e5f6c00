// The bytes of answers from plain node:http, with nothing between: what no server in Node goes beyond.
import { createServer } from 'node:http';
import { nextAnswer } from './bytes.mjs';

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    const bytes = nextAnswer(request.url);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
    });
    response.end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`answers at http://127.0.0.1:${server.address().port}\n`);
});
