import { isDeepStrictEqual } from 'node:util';
import { median, summary } from './figures.mjs';
import { FailedAnswers, round } from './measure.mjs';
import { operationOf } from './operations.mjs';
import { exchange } from './requests.mjs';

/** A response may vary by this share of its size (times, costs); an error is much smaller. */
const tolerance = 0.2;

/**
 * Throws unless all callers get the same data for the same request. Returns the encoding and the size of each
 * caller's answer.
 */
async function checkCallers(runner, { name, callers, order }, operation, subjects) {
  const [base, ...others] = callers.map((caller) => ({
    ...caller,
    sent: caller.requests(runner, operation, subjects),
  }));
  const expected = await exchange(base.sent[0]);
  const found = { [base.name]: expected };
  for (const other of others) {
    // At random: only the first request is the same.
    const answer = await exchange(other.sent[0]);
    if (!isDeepStrictEqual(answer.data, expected.data))
      throw new Error(`${name}: ${runner.name} answers ${other.name} differently in ${operation.name}.`);
    found[other.name] = answer;
  }
  if (order === 'random')
    for (const request of others.flatMap(({ sent }) => sent)) {
      const { data, bytes } = await exchange(request);
      if (bytes < expected.bytes * (1 - tolerance))
        throw new Error(`${name}: an account has too few customers: ${JSON.stringify(data)}`);
    }
  return found;
}

function jobOf(caller, { order }, runner, operation, subjects, { connections, seconds }) {
  const requests = caller.requests(runner, operation, subjects);
  const bodies = requests.map(({ headers, body }) => ({ headers, body }));
  return { url: requests[0].url, requests: bodies, order, connections, seconds };
}

/** Fails if answers under load were smaller than the one that was checked: some of them were errors. */
function checkSizes(runner, caller, rounds, expected) {
  const smallest = Math.min(...rounds.map(({ bytes }) => bytes));
  if (smallest < expected * (1 - tolerance))
    throw new FailedAnswers(
      `${runner.name}, ${caller}: the answers have ${Math.round(smallest)} in place of ${expected} bytes.`,
    );
}

/** The figures of each caller, with the medians of the ratios of each round to the base's round. */
function figuresOf(runner, { callers }, found, checked) {
  const perRequest = ({ nodeMs, requests }) => nodeMs / requests;
  const ratioOf = (name, of, value) =>
    median(found[name].map((each, turn) => value(each) / value(found[of][turn])));
  return callers.map(({ name, plain }) => {
    const { encoding, bytes } = checked[name];
    checkSizes(runner, name, found[name], bytes);
    return {
      caller: name,
      encoding,
      ...summary(found[name]),
      bytes,
      ratio: ratioOf(name, callers[0].name, ({ rate }) => rate),
      cpuRatio: ratioOf(name, callers[0].name, perRequest),
      ...(plain && { plainRatio: ratioOf(name, plain, ({ rate }) => rate) }),
    };
  });
}

async function compareOn(load, runner, comparison, operation, options) {
  const { database, subjects, connections, rounds, warmUp, seconds } = options;
  const checked = await checkCallers(runner, comparison, operation, subjects);
  const found = Object.fromEntries(comparison.callers.map(({ name }) => [name, []]));
  for (let turn = -1; turn < rounds; turn += 1) {
    const inTurn = turn % 2 === 0 ? comparison.callers : comparison.callers.toReversed();
    for (const caller of inTurn) {
      const timed = { connections, seconds: turn < 0 ? warmUp : seconds };
      const job = () => jobOf(caller, comparison, runner, operation, subjects, timed);
      const figures = await round(load, runner, `${operation.name}, ${caller.name}`, { database, job });
      if (turn >= 0) found[caller.name].push(figures);
    }
  }
  return figuresOf(runner, comparison, found, checked);
}

/**
 * Measures a comparison on all contestants that support it.
 * @returns {Promise<Record<string, Record<string, object[]>>>} the callers' figures by operation and contestant
 */
export async function compare(load, runners, comparison, options) {
  const able = runners.filter(({ lacks }) => lacks[comparison.name] === undefined);
  const measured = {};
  for (const name of comparison.operations) {
    measured[name] = {};
    for (const runner of able)
      try {
        measured[name][runner.name] = await compareOn(load, runner, comparison, operationOf(name), options);
      } catch (error) {
        if (!(error instanceof FailedAnswers)) throw error;
        options.failures.push(error.message);
        console.error(error.message);
      }
  }
  return measured;
}
