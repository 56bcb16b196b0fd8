// The subscribers and the writer of the row `subscribers`, in a process of their own. The time of a write is in
// its note, so that a subscriber knows the delay of an event.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { runJobs } from './jobs.mjs';

const timeMark = 'live ';
const timeDigits = 13;
const drainMs = 10_000;
/** The number of unanswered writes beyond which the writer waits: a slow contestant gets fewer per second. */
const maxUnanswered = 16;
const openedTogether = 20;

let delays = [];
let events = 0;
let ended = 0;

/** Finds the times in a stream's text; one may be split across two chunks. */
function reader() {
  let rest = '';
  return (chunk) => {
    const text = rest + chunk;
    let from = 0;
    for (let at = text.indexOf(timeMark); at !== -1; at = text.indexOf(timeMark, from)) {
      const start = at + timeMark.length;
      if (start + timeDigits > text.length) break;
      from = start + timeDigits;
      events += 1;
      delays.push(Date.now() - Number(text.slice(start, from)));
    }
    rest = text.slice(Math.max(from, text.length - timeMark.length - timeDigits));
  };
}

const subscribe = ({ url, headers, body }) =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, method: 'POST', headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A subscription got ${response.statusCode}.`));
      response.setEncoding('latin1').on('data', reader());
      response.on('close', () => {
        ended += 1;
      });
      resolve(sent);
    });
    sent.on('error', reject);
    sent.end(body);
  });

const agent = new Agent({ keepAlive: true, maxSockets: maxUnanswered });

const write = ({ url, headers, body }) =>
  new Promise((resolve) => {
    const timed = body.replace(timeMark, `${timeMark}${Date.now()} `);
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(response.statusCode === 200 && !text.includes('"errors":')));
    });
    sent.on('error', () => resolve(false));
    sent.end(timed);
  });

/** Writes at a fixed rate. */
async function writeFor(seconds, { writes, perSecond }) {
  const started = Date.now();
  const total = Math.round(seconds * perSecond);
  const answers = [];
  let [sent, unanswered] = [0, 0];
  while (sent < total) {
    const due = Math.min(total, Math.floor(((Date.now() - started) / 1_000) * perSecond));
    for (; sent < due && unanswered < maxUnanswered; sent += 1) {
      unanswered += 1;
      const answer = write(writes[sent % writes.length]);
      answers.push(answer);
      answer.finally(() => {
        unanswered -= 1;
      });
    }
    await sleep(5);
  }
  const done = (await Promise.all(answers)).filter(Boolean).length;
  return { sent, done, rate: done / ((Date.now() - started) / 1_000) };
}

async function untilReceived(expected) {
  const end = Date.now() + drainMs;
  while (Date.now() < end && events < expected) await sleep(20);
}

/** @param {{ subscriptions: object[], writes: object[], perSecond: number, warmUp: number, seconds: number }} job */
async function run({ subscriptions, warmUp, seconds, ...writer }) {
  for (let at = 0; at < subscriptions.length; at += openedTogether)
    await Promise.all(subscriptions.slice(at, at + openedTogether).map(subscribe));
  const before = await writeFor(warmUp, writer);
  await untilReceived(before.done * subscriptions.length);
  [delays, events] = [[], 0];
  process.send({ started: true });
  const { sent, done, rate } = await writeFor(seconds, writer);
  const expected = done * subscriptions.length;
  await untilReceived(expected);
  delays.sort((a, b) => a - b);
  const quantile = (share) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? null;
  const missing = expected - events;
  return { sent, failed: sent - done, rate, events, missing, ended, p50: quantile(0.5), p99: quantile(0.99) };
}

runJobs(run);
