import { type SignInAnswer, signIn, signInAttempts } from '../../domain/shopper/sign-in.ts';
import { maxLengths } from '../../domain/write/text.ts';
import type { Payload } from '../../domain/write/writer.ts';
import { prices } from '../../prices.ts';
import { upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { userErrors } from '../relay/user-error.ts';

const ShopperSignInPayload = builder.objectRef<Payload<SignInAnswer>>('ShopperSignInPayload');

builder.objectType(ShopperSignInPayload, {
  description: 'The result of a sign-in: an id, which does not grant access by itself.',
  fields: (t) => ({
    customerId: t.id({
      nullable: true,
      description: 'The id of the customer that signed in; null if the sign-in failed.',
      resolve: ({ customerId }) => customerId ?? null,
    }),
    userErrors: t.field(userErrors),
  }),
});

const ShopperSignInInput = builder.inputType('ShopperSignInInput', {
  description: 'The credentials of a shopper.',
  fields: (t) => ({
    email: t.string({
      required: true,
      description: `The shopper’s sign-in email in the viewer’s account; case is ignored. ${upTo(maxLengths.email)} After ${signInAttempts.most} failed sign-ins for the same email within ${signInAttempts.minutes} minutes, further ones fail with \`LIMIT_EXCEEDED\`, whether or not it is registered; a new password ends this.`,
    }),
    password: t.string({
      required: true,
      description: 'The password. Leading and trailing whitespace counts.',
    }),
  }),
});

builder.mutationField('shopperSignIn', (t) =>
  t.field({
    type: ShopperSignInPayload,
    description:
      'Checks a shopper’s password, for services with the scope `shoppers:authenticate`, which reads nothing. All causes of a failure have the same error, `SIGN_IN_FAILED`, and take the same time.',
    args: {
      input: t.arg({ type: ShopperSignInInput, required: true, description: 'The shopper’s credentials.' }),
    },
    extensions: { cost: { base: prices.passwordHash.units } },
    resolve: (_root, { input }, { writer }) => signIn(writer, input),
  }),
);
