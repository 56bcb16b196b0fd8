/** Runs the jobs that the parent process sends, and returns the result or the error of each. */
export function runJobs(run) {
  process.on('message', (job) => {
    run(job).then(
      (result) => process.send({ result }),
      (error) => process.send({ error: error.message }),
    );
  });
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit(0));
}
