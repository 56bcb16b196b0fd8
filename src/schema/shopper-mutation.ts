import { longestPassword, shortestPassword } from '../domain/shopper/password.ts';
import { requestPasswordReset, resetPassword, resetRequests } from '../domain/shopper/reset-password.ts';
import { resetMinutes } from '../domain/shopper/reset-token.ts';
import { setPassword } from '../domain/shopper/set-password.ts';
import { longest } from '../domain/write/text.ts';
import { prices } from '../prices.ts';
import { builder } from './builder.ts';
import { CustomerPayload } from './customer-mutation.ts';
import { requestFields, upTo } from './mutation-input.ts';
import { type PayloadShape, userErrors } from './user-error.ts';

/** A payload that says only what was wrong. */
function plainPayload(name: `${string}Payload`, description: string) {
  const ref = builder.objectRef<PayloadShape>(name);
  builder.objectType(ref, { description, fields: (t) => ({ userErrors: t.field(userErrors) }) });
  return ref;
}

const ShopperPasswordResetRequestPayload = plainPayload(
  'ShopperPasswordResetRequestPayload',
  'What came of a request for a reset: alike whether or not anyone has the email.',
);
const ShopperPasswordResetPayload = plainPayload(
  'ShopperPasswordResetPayload',
  'What came of a reset. Nothing of whose password it is.',
);

const passwordRule = `${shortestPassword} to ${longestPassword} characters of any kind, kept only as a hash; space around it counts.`;

const ShopperPasswordSetInput = builder.inputType('ShopperPasswordSetInput', {
  description: 'A shopper’s new password.',
  fields: (t) => ({
    customerId: t.id({ required: true, description: 'The customer whose shopper it is; it must have one.' }),
    password: t.string({ required: true, description: `The new password: ${passwordRule}` }),
    ...requestFields(t),
  }),
});

const ShopperPasswordResetRequestInput = builder.inputType('ShopperPasswordResetRequestInput', {
  description: 'Who forgot their password.',
  fields: (t) => ({
    email: t.string({
      required: true,
      description: `The address that they sign in with in the viewer’s account, in any case. ${upTo(longest.email)} More than ${resetRequests.most} requests for one address within ${resetRequests.minutes} minutes are \`LIMIT_EXCEEDED\`, whether or not anyone has it.`,
    }),
  }),
});

const ShopperPasswordResetInput = builder.inputType('ShopperPasswordResetInput', {
  description: 'A new password, and what was sent to set it with.',
  fields: (t) => ({
    token: t.string({
      required: true,
      description: `The token that was sent, good for ${resetMinutes} minutes and once. One that is unknown, used or expired is \`INVALID\`, in the same words.`,
    }),
    newPassword: t.string({ required: true, description: `The new password: ${passwordRule}` }),
  }),
});

const hashes = { cost: { base: prices.passwordHash.units } };

builder.mutationFields((t) => ({
  shopperPasswordSet: t.field({
    type: CustomerPayload,
    description:
      'Sets a shopper’s password. Tokens that were sent to reset it are void from then on. Its event says that there is a new one, not what it is.',
    args: { input: t.arg({ type: ShopperPasswordSetInput, required: true, description: 'The password.' }) },
    extensions: hashes,
    resolve: (_root, { input }, { writer }) => setPassword(writer, input),
  }),
  shopperPasswordResetRequest: t.field({
    type: ShopperPasswordResetRequestPayload,
    description: `Sends a token to reset a password with, if someone of the viewer’s account has the email: as a row of \`outbox_messages\`, for a mailer. Answers alike and does the same work whether or not anyone has it.`,
    args: {
      input: t.arg({
        type: ShopperPasswordResetRequestInput,
        required: true,
        description: 'Who forgot it.',
      }),
    },
    resolve: async (_root, { input }, { writer, viewer, log }) => {
      const { messageId, userErrors } = await requestPasswordReset(writer, input);
      if (messageId && viewer.caller === 'demo')
        log.debug({ messageId }, 'a password reset waits in outbox_messages');
      return { userErrors };
    },
  }),
  shopperPasswordReset: t.field({
    type: ShopperPasswordResetPayload,
    description:
      'Sets a new password by a token that was sent; all other tokens of the shopper are void then.',
    args: {
      input: t.arg({ type: ShopperPasswordResetInput, required: true, description: 'Token and password.' }),
    },
    extensions: hashes,
    resolve: (_root, { input }, { writer }) => resetPassword(writer, input),
  }),
}));
