import {
  createServiceLevel,
  deleteServiceLevel,
  updateServiceLevel,
} from '../domain/setting/service-level.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { PortalVisibility, ServiceLevel } from './carrier.ts';
import { DeleteInput } from './delete-input.ts';
import { DeletePayload } from './delete-payload.ts';
import { requestFields, upTo } from './mutation-input.ts';
import { payload } from './user-error.ts';

const ServiceLevelPayload = payload(
  'ServiceLevelPayload',
  'serviceLevel',
  ServiceLevel,
  'The service level as it is now; null when there are errors.',
);

const nameRule = `The name that customers see at checkout. ${upTo(longest.name)} Space around it is left out.`;
const tokenRule = `The carrier’s own code for it, any text but the empty one; unique among the carrier’s levels. ${upTo(longest.code)} Space around it is left out.`;
const visible = 'Whether customers can see and choose it in the customer portal';
const defaultRule =
  'True: it becomes the carrier’s default, and the one that was it is no longer. Only with a carrier of the account’s own, else `SYSTEM_OWNED`.';

const ServiceLevelCreateInput = builder.inputType('ServiceLevelCreateInput', {
  description: 'A new service level of the account’s own.',
  fields: (t) => ({
    carrierId: t.id({
      required: true,
      description: 'The carrier that offers it, one of `carriers`: the account’s own or the system’s.',
    }),
    name: t.string({ required: true, description: nameRule }),
    serviceLevelToken: t.string({ required: true, description: tokenRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}; VISIBLE when absent or null.`,
    }),
    isDefault: t.boolean({ description: `${defaultRule} False when absent or null.` }),
    ...requestFields(t),
  }),
});

const ServiceLevelUpdateInput = builder.inputType('ServiceLevelUpdateInput', {
  description: 'A change of a service level: absent keeps. Its carrier never changes.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The service level’s id.' }),
    name: t.string({ description: `${nameRule} Cannot be cleared.` }),
    serviceLevelToken: t.string({ description: `${tokenRule} Cannot be cleared.` }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}. Cannot be cleared.`,
    }),
    isDefault: t.boolean({
      description: `${defaultRule} False: the carrier has no default, if this was it. Cannot be null.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  serviceLevelCreate: t.field({
    type: ServiceLevelPayload,
    description: 'Creates a service level of a carrier.',
    args: {
      input: t.arg({ type: ServiceLevelCreateInput, required: true, description: 'The service level.' }),
    },
    resolve: (_root, { input }, { writer }) => createServiceLevel(writer, input),
  }),
  serviceLevelUpdate: t.field({
    type: ServiceLevelPayload,
    description: 'Changes a service level of the account’s; the system’s are `SYSTEM_OWNED`.',
    args: { input: t.arg({ type: ServiceLevelUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, { writer }) => updateServiceLevel(writer, input),
  }),
  serviceLevelDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a service level. One that customers or shipping terms have is `IN_USE`, and so is the carrier’s default until another one or none is.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => deleteServiceLevel(writer, input),
  }),
}));
