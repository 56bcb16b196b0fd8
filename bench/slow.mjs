// Slow consumers: clients that request large answers and read them in small pieces.
import { Agent, request } from 'node:http';

const [pieceBytes, pauseMs] = [4_096, 20];

let isEnded = false;

function ask(agent, { url, headers, body }) {
  if (isEnded) return;
  const again = () => setTimeout(() => ask(agent, { url, headers, body }), pauseMs);
  const sent = request(url, { agent, method: 'POST', headers }, (response) => {
    const reading = setInterval(() => response.read(pieceBytes) ?? response.read(), pauseMs);
    response.on('close', () => {
      clearInterval(reading);
      again();
    });
  });
  sent.on('error', again);
  sent.end(body);
}

process.on('message', ({ connections, ...asked }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  for (let each = 0; each < connections; each += 1) ask(agent, asked);
});
process.on('SIGTERM', () => {
  isEnded = true;
  process.exit(0);
});
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
