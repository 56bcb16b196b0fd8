import {
  createServiceLevel,
  deleteServiceLevel,
  updateServiceLevel,
} from '../../domain/setting/service-level.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { PortalVisibility, ServiceLevel } from './carrier.ts';
import { DeleteInput } from './delete-input.ts';

const ServiceLevelPayload = payload(
  'ServiceLevelPayload',
  'serviceLevel',
  ServiceLevel,
  'The current service level; null if there are errors.',
);

const serviceLevelNameRule = `The name that customers see at checkout. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`;
const tokenRule = `The carrier’s code for the service level: any non-empty string, unique among the carrier’s service levels. ${upTo(maxLengths.code)} Leading and trailing whitespace is trimmed.`;
const visible = 'Whether customers can see and select it in the customer portal';
const defaultRule =
  'Whether it is the default of its carrier. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`.';

const ServiceLevelCreateInput = builder.inputType('ServiceLevelCreateInput', {
  description: 'A new service level, owned by the account.',
  fields: (t) => ({
    carrierId: t.id({
      required: true,
      description:
        'The id of the carrier that offers it, one of `carriers`: the account’s own or the system’s.',
    }),
    name: t.string({ required: true, description: serviceLevelNameRule }),
    serviceLevelToken: t.string({ required: true, description: tokenRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}; \`VISIBLE\` if absent or null.`,
    }),
    isDefault: t.boolean({ description: `${defaultRule} False if absent or null.` }),
    ...requestFields(t),
  }),
});

const ServiceLevelUpdateInput = builder.inputType('ServiceLevelUpdateInput', {
  description: 'A change of a service level. Absent fields keep their value. The carrier cannot be changed.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the service level.' }),
    name: t.string({ description: `${serviceLevelNameRule} Cannot be null.` }),
    serviceLevelToken: t.string({ description: `${tokenRule} Cannot be null.` }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}. Cannot be null.`,
    }),
    isDefault: t.boolean({
      description: `${defaultRule} False leaves the carrier without a default if this was the default. Cannot be null.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  serviceLevelCreate: t.field({
    type: ServiceLevelPayload,
    description: 'Creates a service level of a carrier.',
    args: {
      input: t.arg({
        type: ServiceLevelCreateInput,
        required: true,
        description: 'The service level to create.',
      }),
    },
    resolve: (_root, { input }, { writer }) => createServiceLevel(writer, input),
  }),
  serviceLevelUpdate: t.field({
    type: ServiceLevelPayload,
    description:
      'Updates a service level of the account. System-owned service levels cannot be changed (`SYSTEM_OWNED`).',
    args: {
      input: t.arg({
        type: ServiceLevelUpdateInput,
        required: true,
        description: 'The service level and its changes.',
      }),
    },
    resolve: (_root, { input }, { writer }) => updateServiceLevel(writer, input),
  }),
  serviceLevelDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a service level. A service level that customers or shipping terms have, or that is the default of its carrier, cannot be deleted (`IN_USE`).',
    args: {
      input: t.arg({ type: DeleteInput, required: true, description: 'The service level to delete.' }),
    },
    resolve: (_root, { input }, { writer }) => deleteServiceLevel(writer, input),
  }),
}));
