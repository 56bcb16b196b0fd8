/** Ends a run early, with the reason in the report. */
export class RunStop extends Error {}

/** The stop for an aborted signal, with its reason if it has one of its own. */
export const stopOf = ({ reason }: AbortSignal): RunStop =>
  new RunStop(
    reason instanceof Error && reason.name !== 'AbortError' ? reason.message : 'The import was interrupted.',
  );
