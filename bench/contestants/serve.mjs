/**
 * Listens on a free port, prints the URL, and exits with the bench.
 * @param {import('node:http').Server} server
 */
export function serve(server) {
  // Longer than any pause between two rounds.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object')
      console.log(`http://127.0.0.1:${address.port}/graphql`);
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
}
