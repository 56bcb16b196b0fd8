/**
 * @generated SignedSource<<9f514bb7bf4969bff4a61204797984f6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CarrierBillingType = "SENDER" | "THIRD_PARTY" | "%future added value";
export type CommissionPolicy = "COMMISSION_APPLIED" | "COMMISSION_EXEMPT" | "%future added value";
export type CustomerStatus = "HOLD_ALL" | "HOLD_SHIPMENT" | "NORMAL" | "PREFERRED" | "%future added value";
export type EdiStatus = "DISABLED" | "ENABLED" | "%future added value";
export type FreightPolicy = "BILLED_FREIGHT" | "FREE_FREIGHT" | "%future added value";
export type PriorityCode = "HIGH" | "LOW" | "NORMAL" | "%future added value";
export type ShopperStatus = "ACQUIRED" | "PROSPECT" | "REPEAT" | "%future added value";
export type UserErrorCode = "DISCONTINUED" | "HIERARCHY_CYCLE" | "HIERARCHY_DEPTH" | "IDEMPOTENCY_KEY_REUSED" | "IMMUTABLE" | "INVALID" | "IN_USE" | "LIMIT_EXCEEDED" | "NOT_FOUND" | "REQUIRED" | "STALE_VERSION" | "SYSTEM_OWNED" | "TAKEN" | "TOO_LONG" | "WRONG_CARRIER" | "WRONG_GROUP_TYPE" | "%future added value";
export type CustomerUpdateInput = {
  billToAddressId?: string | null | undefined;
  commissionPolicy?: CommissionPolicy | null | undefined;
  contactInfo?: CustomerContactInfoInput | null | undefined;
  creditLimit?: QuantityInput | null | undefined;
  customerGroupId?: string | null | undefined;
  defaults?: CustomerDefaultsInput | null | undefined;
  dryRun?: boolean | null | undefined;
  ediStatus?: EdiStatus | null | undefined;
  freightPreferences?: CustomerFreightPreferencesInput | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  ifVersion?: number | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  name?: string | null | undefined;
  note?: string | null | undefined;
  notificationPreferences?: CustomerNotificationPreferencesInput | null | undefined;
  number?: string | null | undefined;
  priceGroupIds?: ReadonlyArray<string> | null | undefined;
  reference?: string | null | undefined;
  referenceOrigin?: string | null | undefined;
  shipToAddressId?: string | null | undefined;
  shopper?: ShopperInput | null | undefined;
  shortId?: string | null | undefined;
  status?: CustomerStatus | null | undefined;
  tags?: ReadonlyArray<string> | null | undefined;
  typeId?: string | null | undefined;
};
export type CustomerContactInfoInput = {
  email?: string | null | undefined;
  fax?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  url?: string | null | undefined;
};
export type QuantityInput = {
  unitId: string;
  value: string;
};
export type CustomerDefaultsInput = {
  paymentTermId?: string | null | undefined;
  priority?: PriorityCode | null | undefined;
  salesRepId?: string | null | undefined;
  shippingTermId?: string | null | undefined;
};
export type CustomerFreightPreferencesInput = {
  billingAccount?: string | null | undefined;
  billingType?: CarrierBillingType | null | undefined;
  carrierId?: string | null | undefined;
  serviceLevelId?: string | null | undefined;
  status?: FreightPolicy | null | undefined;
};
export type CustomerNotificationPreferencesInput = {
  acceptsInvoiceEmails?: boolean | null | undefined;
};
export type ShopperInput = {
  email: string;
  shopperReference?: string | null | undefined;
  status?: ShopperStatus | null | undefined;
};
export type customerMutationUpdateMutation$variables = {
  input: CustomerUpdateInput;
};
export type customerMutationUpdateMutation$data = {
  readonly customerUpdate: {
    readonly customer: {
      readonly id: string;
      readonly name: string;
      readonly note: string | null | undefined;
      readonly version: number;
    } | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly message: string;
      readonly path: ReadonlyArray<string>;
    }>;
  };
};
export type customerMutationUpdateMutation = {
  response: customerMutationUpdateMutation$data;
  variables: customerMutationUpdateMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "CustomerPayload",
    "kind": "LinkedField",
    "name": "customerUpdate",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Customer",
        "kind": "LinkedField",
        "name": "customer",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "name",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "note",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "version",
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "UserError",
        "kind": "LinkedField",
        "name": "userErrors",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "code",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "message",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "path",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "customerMutationUpdateMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "customerMutationUpdateMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "569fb6f19ef98f47f6404d9f56725c74",
    "id": null,
    "metadata": {},
    "name": "customerMutationUpdateMutation",
    "operationKind": "mutation",
    "text": "mutation customerMutationUpdateMutation(\n  $input: CustomerUpdateInput!\n) {\n  customerUpdate(input: $input) {\n    customer {\n      id\n      name\n      note\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "c1946674a6ad185d5a95cfa97ca3fd85";

export default node;
