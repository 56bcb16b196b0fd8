// Loaded into the gateway by `--import`: profiles the process from one message of the bench to the next, and
// returns the profile. So the start and the warm-up are not in it.
import { Session } from 'node:inspector/promises';

const samplingMicroseconds = 250;
const session = new Session();

async function begin() {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.post('Profiler.start');
}

async function end() {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

process.on('message', async (message) => {
  if (message === 'profile:begin') process.send({ began: await begin().then(() => true) });
  if (message === 'profile:end') process.send({ profile: await end() });
});
// The bench's channel does not keep the gateway alive.
process.channel?.unref();
