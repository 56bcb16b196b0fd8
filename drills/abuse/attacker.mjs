// The attacker process: runs one attack and reports the answers.
import { setPriority } from 'node:os';
import { attacks } from './attacks/index.mjs';
import { signIn } from './sign-in.mjs';
import { Tally } from './tally.mjs';

const findings = new Set();

function contextOf({ origin, port, seconds, isShort, subjects }, tally) {
  return {
    origin,
    port,
    endsAt: Date.now() + seconds * 1_000,
    isShort,
    subjects,
    tally,
    signIn: (claims = {}) => signIn({ account: subjects.attackerAccount, sub: 'attacker', ...claims }),
    finding: (text) => findings.size < 40 && findings.add(text),
  };
}

async function run(job) {
  const tally = new Tally();
  const tell = (isDone) =>
    process.send({ isDone, sent: tally.sent, answers: tally.answers, findings: [...findings] });
  const progress = setInterval(tell, 500, false);
  const attack = attacks.find(({ name }) => name === job.name);
  await attack.run(contextOf(job, tally));
  clearInterval(progress);
  tell(true);
}

// Lower priority than the gateway and the normal caller: real attackers usually use other machines.
setPriority(5);
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (job) => {
  run(job).catch((error) => {
    console.error(error);
    process.exit(1);
  });
});
