const copies = 3;
const shortLifetimeMs = 1_500;
/** The second pause of a message, 15 s, with 20 % of variation, and the time of its delivery. */
const secondPauseSeconds = 20;

/** The recorded reasons of failed attempts, by the receiver's response. */
const reasons = { 500: 'HTTP 500', 301: 'HTTP 301', 410: 'HTTP 410', close: 'UND_ERR_SOCKET' };
const slowReasons = { hang: 'no response within 15 s' };

const writeSome = (mail, options) => Promise.all(Array.from({ length: copies }, () => mail.write(options)));

/** Without WEBHOOK_URL, no message is claimed. */
async function keepsMessages({ mail, findings }) {
  const rows = await mail.rows();
  if (rows.length === 0 || rows.some(({ attempts }) => attempts > 0) || mail.receiver.deliveries.length > 0)
    findings.push('a gateway without WEBHOOK_URL does not keep the messages');
}

/** Expects that an attempt of each message fails with a reason. */
async function expectsReason(stage, ids, reason) {
  const hasReason = async () => (await stage.mail.rows(ids)).every(({ error }) => error === reason);
  await stage.expects(`attempts fail with ${reason}`, hasReason, 25);
}

/** The receiver answers with errors and redirects, closes connections, is slow, and does not end a response. */
async function answersBadly(stage) {
  const { mail, isShort } = stage;
  const failed = [];
  const expected = [];
  for (const [respond, reason] of Object.entries({ ...reasons, ...(isShort ? {} : slowReasons) })) {
    const ids = await writeSome(mail, { respond });
    failed.push(...ids);
    expected.push(expectsReason(stage, ids, reason));
  }
  const unusual = await Promise.all(['slow', 'endless'].map((respond) => mail.write({ respond })));
  await Promise.all(expected);
  return [...failed, ...unusual];
}

/** The receiver refuses connections until some messages have expired. */
async function isDown(stage) {
  const { mail } = stage;
  await mail.receiver.refuse();
  const ids = await writeSome(mail, {});
  const expiring = await writeSome(mail, { lifetimeMs: shortLifetimeMs });
  await expectsReason(stage, ids, 'ECONNREFUSED');
  const areExpired = async () => (await mail.rows(expiring)).every(({ isFailed }) => isFailed);
  await stage.expects('messages expire', areExpired);
  await mail.receiver.open();
  return ids;
}

/** The only gateway that delivers is killed when the receiver has a message, before the delivery is recorded. */
async function isKilled(stage, gateway) {
  const { mail } = stage;
  stage.removeGateway(gateway);
  const victim = await mail.write();
  mail.receiver.onDelivery = ({ id }) => id === victim && gateway.child.kill('SIGKILL');
  const hasAttempts = (count) => () => mail.receiver.attemptsOf(victim).length >= count;
  await stage.expects('a message is sent', hasAttempts(1));
  await stage.addGateway();
  if (stage.isShort) await mail.forward();
  // 60 s of the claim.
  await stage.expects('the message of the killed gateway is sent again', hasAttempts(2), 70);
}

/** @type {import('../types.mjs').Fault} */
export const messages = {
  name: 'messages',
  about: 'the receiver of messages fails, and a gateway is killed before it records a delivery',
  isShort: true,
  hasWebhook: false,
  rejects: [],
  async run(stage) {
    await keepsMessages(stage);
    stage.hasWebhook = true;
    const gateway = await stage.addGateway();
    const ids = [...(await answersBadly(stage)), ...(await isDown(stage))];
    const areAccepted = () => ids.every((id) => stage.mail.receiver.hasAccepted(id));
    await stage.expects('failed messages are delivered', areAccepted, secondPauseSeconds);
    await isKilled(stage, gateway);
  },
};
