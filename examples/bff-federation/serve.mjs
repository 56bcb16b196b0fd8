import { createServer } from 'node:http';

/** Serves on PORT, prints the URL and shuts down gracefully on a signal. */
export function serve(name, handler, path) {
  const server = createServer(handler);
  server.on('error', ({ message }) => {
    console.error(`${name} cannot be served: ${message}`);
    process.exit(1);
  });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    console.log(`${name}: http://127.0.0.1:${server.address().port}${path}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
    });
}
