import { longestPassword, shortestPassword } from '../../domain/shopper/password.ts';
import { requestPasswordReset, resetPassword, resetRequests } from '../../domain/shopper/reset-password.ts';
import { resetMinutes } from '../../domain/shopper/reset-token.ts';
import { setPassword } from '../../domain/shopper/set-password.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { prices } from '../../prices.ts';
import { CustomerPayload } from '../customer/mutation.ts';
import { by, requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { type PayloadShape, userErrors } from '../relay/user-error.ts';

function plainPayload(name: `${string}Payload`, description: string) {
  const ref = builder.objectRef<PayloadShape>(name);
  builder.objectType(ref, { description, fields: (t) => ({ userErrors: t.field(userErrors) }) });
  return ref;
}

const ShopperPasswordResetRequestPayload = plainPayload(
  'ShopperPasswordResetRequestPayload',
  'The result of a request for a password reset: the same whether or not the email is registered.',
);
const ShopperPasswordResetPayload = plainPayload(
  'ShopperPasswordResetPayload',
  'The result of a password reset. It does not identify the shopper.',
);

const passwordRule = `${shortestPassword} to ${longestPassword} characters of any kind; leading and trailing whitespace counts. Stored only as a hash.`;

const ShopperPasswordSetInput = builder.inputType('ShopperPasswordSetInput', {
  description: 'A new password of a shopper. The customer must have a shopper.',
  fields: (t) => ({
    by: by(t),
    password: t.string({ required: true, description: `The new password: ${passwordRule}` }),
    ...requestFields(t),
  }),
});

const ShopperPasswordResetRequestInput = builder.inputType('ShopperPasswordResetRequestInput', {
  description: 'A shopper who forgot the password.',
  fields: (t) => ({
    email: t.string({
      required: true,
      description: `The shopper’s sign-in email in the viewer’s account; case is ignored. ${upTo(maxLengths.email)} More than ${resetRequests.most} requests for the same email within ${resetRequests.minutes} minutes fail with \`LIMIT_EXCEEDED\`, whether or not it is registered.`,
    }),
  }),
});

const ShopperPasswordResetInput = builder.inputType('ShopperPasswordResetInput', {
  description: 'A new password, with the token that authorizes it.',
  fields: (t) => ({
    token: t.string({
      required: true,
      description: `The token that was sent, valid once and for ${resetMinutes} minutes. An unknown, used or expired token is \`INVALID\`, with the same message.`,
    }),
    newPassword: t.string({ required: true, description: `The new password: ${passwordRule}` }),
  }),
});

const hashes = { cost: { base: prices.passwordHash.units } };

builder.mutationFields((t) => ({
  shopperPasswordSet: t.field({
    type: CustomerPayload,
    description:
      'Sets the password of a shopper and invalidates all reset tokens sent for it. The event records the change, not the password.',
    args: {
      input: t.arg({
        type: ShopperPasswordSetInput,
        required: true,
        description: 'The customer and the new password.',
      }),
    },
    extensions: hashes,
    resolve: (_root, { input }, { writer }) => setPassword(writer, input),
  }),
  shopperPasswordResetRequest: t.field({
    type: ShopperPasswordResetRequestPayload,
    description: `Creates a password reset token if the email is registered in the viewer’s account, and sends it to the operator’s webhook as a message of type \`shopper.passwordReset\`. Neither the response nor its time shows whether the email is registered.`,
    args: {
      input: t.arg({
        type: ShopperPasswordResetRequestInput,
        required: true,
        description: 'The shopper who forgot the password.',
      }),
    },
    resolve: async (_root, { input }, { writer, viewer, log }) => {
      const { messageId, userErrors } = await requestPasswordReset(writer, input);
      if (messageId && viewer.caller === 'demo')
        log.debug({ messageId }, 'a password reset is in outbox_messages');
      return { userErrors };
    },
  }),
  shopperPasswordReset: t.field({
    type: ShopperPasswordResetPayload,
    description:
      'Sets a new password with a reset token and invalidates all other reset tokens of the shopper.',
    args: {
      input: t.arg({
        type: ShopperPasswordResetInput,
        required: true,
        description: 'The reset token and the new password.',
      }),
    },
    extensions: hashes,
    resolve: (_root, { input }, { writer }) => resetPassword(writer, input),
  }),
}));
