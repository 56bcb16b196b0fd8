import { type SampleChange, sampleSize } from '../../domain/customer/survivorship/preview.ts';
import { type RulesAnswer, setRules } from '../../domain/customer/survivorship/set-rules.ts';
import type { Payload } from '../../domain/write/writer.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { SourceSystem } from '../relay/source.ts';
import { userErrors } from '../relay/user-error.ts';
import { CustomerFieldGroup, SurvivorshipRuleKind } from './field-group.ts';
import { Customer } from './list.ts';
import { requestFields } from './mutation-input.ts';
import {
  rulesReads,
  runOf,
  SurvivorshipRule,
  SurvivorshipRun,
  shownRules,
  storedRules,
} from './survivorship.ts';

const SurvivorshipSample = builder.objectRef<SampleChange>('SurvivorshipSample');

builder.objectType(SurvivorshipSample, {
  description: 'A value of a customer that other survivorship rules would change.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer; null if it was deleted meanwhile.',
      extensions: reads(),
      resolve: ({ customerId }, _args, { loaders }) => loaders.row('Customer').defer(customerId),
    }),
    fieldGroup: t.field({
      type: CustomerFieldGroup,
      description: 'The field group of the value.',
      resolve: ({ fieldGroup }) => fieldGroup,
    }),
    metadataKey: t.string({
      nullable: true,
      description: 'The top-level key of the metadata; null for other groups.',
      resolve: ({ metadataKey }) => metadataKey,
    }),
    oldValue: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The current value: the value of the field, a list of ids or tags, or an object if the group has several fields. References are ids. Null if it is empty.',
      resolve: ({ oldValue }) => oldValue,
    }),
    newValue: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value by the new rules, in the same form.',
      resolve: ({ newValue }) => newValue,
    }),
  }),
});

const SurvivorshipRuleInput = builder.inputType('SurvivorshipRuleInput', {
  description: 'A rule for a field group.',
  fields: (t) => ({
    fieldGroup: t.field({ type: CustomerFieldGroup, required: true, description: 'The field group.' }),
    kind: t.field({
      type: SurvivorshipRuleKind,
      description:
        'The kind of the rule; null or absent restores the default. `UNION` is only for `PRICE_GROUPS` and `TAGS`, otherwise the error is `INVALID`.',
    }),
    systems: t.field({
      type: [SourceSystem],
      description:
        'The systems, from the first to the last. Omitted systems come last, in the default order; if the list is absent, all systems are in the default order. A system that is listed twice is `INVALID`, and so is a list without a `kind`.',
    }),
  }),
});

const SurvivorshipRulesSetInput = builder.inputType('SurvivorshipRulesSetInput', {
  description: 'A change of the account’s survivorship rules.',
  fields: (t) => ({
    rules: t.field({
      type: [SurvivorshipRuleInput],
      required: true,
      description:
        'The rules to set; the rules of other field groups do not change. A group that is listed twice is `INVALID`.',
    }),
    ...requestFields(t),
  }),
});

type Answer = Payload<RulesAnswer>;

const SurvivorshipRulesSetPayload = builder.objectRef<Answer>('SurvivorshipRulesSetPayload');

builder.objectType(SurvivorshipRulesSetPayload, {
  description: 'The result of a change of the survivorship rules.',
  fields: (t) => ({
    rules: t.field({
      type: [SurvivorshipRule],
      nullable: true,
      description: 'The rules of all field groups as they are now; null if there are errors.',
      extensions: { cost: { size: 1 }, ...reads([], rulesReads) },
      resolve: ({ isSaved, rules }, _args, context) => {
        if (!isSaved) return null;
        return rules === undefined ? storedRules(context).map(shownRules) : shownRules(rules);
      },
    }),
    run: t.field({
      type: SurvivorshipRun,
      nullable: true,
      description:
        'The progress of the customers’ derivation by the rules; null if there are errors or if the rules have never changed.',
      extensions: reads([], { SurvivorshipRun: ['accountId'] }),
      resolve: ({ isSaved }, _args, context) => (isSaved ? runOf(context) : null),
    }),
    customersChanged: t.int({
      nullable: true,
      description: 'In a dry run, the number of customers whose fields would change; null otherwise.',
      resolve: ({ preview }) => preview?.customersChanged,
    }),
    sample: t.field({
      type: [SurvivorshipSample],
      description: `In a dry run, the first values that would change, in order of the customers’ ids: at most ${sampleSize}. Empty otherwise.`,
      extensions: { cost: { size: sampleSize } },
      resolve: ({ preview }) => [...(preview?.sample ?? [])],
    }),
    userErrors: t.field(userErrors),
  }),
});

builder.mutationField('survivorshipRulesSet', (t) =>
  t.field({
    type: SurvivorshipRulesSetPayload,
    description:
      'Sets which source wins the fields of the account’s customers. Writes derive customers by the new rules immediately; all other customers are derived again in the background, with an event of the caller for each that changes. Pins stay. A dry run derives all customers and returns what would change.',
    args: {
      input: t.arg({ type: SurvivorshipRulesSetInput, required: true, description: 'The rules.' }),
    },
    resolve: (_root, { input }, { writer }) => setRules(writer, input),
  }),
);
