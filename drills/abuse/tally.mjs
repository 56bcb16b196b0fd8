/** Counts of requests and answers. */
export class Tally {
  sent = 0;
  /** @type {Record<string, number>} */
  answers = {};

  send(count = 1) {
    this.sent += count;
  }

  /** @param {string} answer its status and code */
  count(answer) {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }

  /** @param {{ status: number, body: string }} answer */
  add(answer) {
    this.count(labelOf(answer));
  }
}

const codes = /"code":"([A-Z_]+)"/;

/** The status of an answer, with the code of its first error. */
export function labelOf({ status, body }) {
  const start = body.slice(0, 4_000);
  const code = start.includes('"errors":')
    ? codes.exec(body.slice(body.indexOf('"errors":')))?.[1]
    : undefined;
  return code === undefined ? String(status) : `${status} ${code}`;
}
