import { randomBytes } from 'node:crypto';
import { agentOf, attackerAddress, post } from '../client.mjs';

/** Attempts per minute that an address can make before it is rate limited, with a margin. */
const attempts = 150;

/** @type {import('../types.mjs').Attack} */
export const keys = {
  name: 'keys',
  row: '7',
  about:
    'unknown API keys and forged tokens at full speed from one address, beside a key that was used before',
  seconds: 15,
  short: 4,
  async run({ origin, subjects, tally, finding, endsAt }) {
    const operation = { query: '{ viewer { scopes } }' };
    const made = () => randomBytes(32).toString('base64url');
    let [tried, valid] = [0, 0];
    const guess = async (connection) => {
      const agent = agentOf({ localAddress: attackerAddress(5) });
      while (Date.now() < endsAt) {
        const credential = connection % 4 === 3 ? `${made()}.${made()}.${made()}` : `ck_${made()}`;
        tally.send();
        const answer = await post(origin, operation, {
          agent,
          headers: { authorization: `Bearer ${credential}` },
        });
        tally.add(answer);
        if (answer.status === 401) tried += 1;
        if (answer.status === 200) finding('a made-up credential was accepted');
      }
      agent.destroy();
    };
    const agent = agentOf({ localAddress: attackerAddress(5) });
    const headers = { authorization: `Bearer ${subjects.apiKey}` };
    // While an address guesses credentials, only credentials that were accepted before are answered.
    await post(origin, operation, { agent, headers });
    const use = async () => {
      while (Date.now() < endsAt) {
        const answer = await post(origin, operation, { agent, headers });
        if (answer.status === 200) valid += 1;
        else finding(`a valid key was answered with ${answer.status} beside guesses from its address`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      agent.destroy();
    };
    await Promise.all([...Array.from({ length: 16 }, (_, connection) => guess(connection)), use()]);
    if (tried > attempts) finding(`${tried} unknown credentials were tried from one address without a limit`);
    if (valid === 0) finding('a valid key was never answered');
  },
};
