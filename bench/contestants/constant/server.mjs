// A constant answer of the requested size, without any work: the rate that the load process can reach.
import { createServer } from 'node:http';
import { serve } from '../serve.mjs';

const sizeHeader = 'answer-bytes';

serve(
  createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const text = `{"data":"${'x'.repeat(Math.max(Number(request.headers[sizeHeader]) - 11, 0))}"}`;
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  }),
);
