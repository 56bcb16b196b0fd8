/**
 * @generated SignedSource<<104c69d3ea087a33a6ea16bb8ffdde20>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type AddressType = "DROP_SHIP" | "STANDARD" | "%future added value";
export type CarrierBillingType = "SENDER" | "THIRD_PARTY" | "%future added value";
export type CommissionPolicy = "COMMISSION_APPLIED" | "COMMISSION_EXEMPT" | "%future added value";
export type CustomerStatus = "HOLD_ALL" | "HOLD_SHIPMENT" | "NORMAL" | "PREFERRED" | "%future added value";
export type EdiStatus = "DISABLED" | "ENABLED" | "%future added value";
export type FreightPolicy = "BILLED_FREIGHT" | "FREE_FREIGHT" | "%future added value";
export type PriorityCode = "HIGH" | "LOW" | "NORMAL" | "%future added value";
export type ShopperStatus = "ACQUIRED" | "PROSPECT" | "REPEAT" | "%future added value";
export type SourceSystem = "AUGNO" | "COMMERCE_LAYER" | "WAREHOUSE" | "%future added value";
export type UpsertOutcome = "CREATED" | "UNCHANGED" | "UPDATED" | "%future added value";
export type UserErrorCode = "DISCONTINUED" | "HIERARCHY_CYCLE" | "HIERARCHY_DEPTH" | "IDEMPOTENCY_KEY_REUSED" | "IMMUTABLE" | "INVALID" | "IN_USE" | "LIMIT_EXCEEDED" | "NOT_FOUND" | "REQUIRED" | "STALE_VERSION" | "SYSTEM_OWNED" | "TAKEN" | "TOO_LONG" | "WRONG_CARRIER" | "WRONG_GROUP_TYPE" | "%future added value";
export type CustomerUpsertInput = {
  billToAddress?: AddressInput | null | undefined;
  by: CustomerKeyInput;
  commissionPolicy?: CommissionPolicy | null | undefined;
  contactInfo?: CustomerContactInfoInput | null | undefined;
  creditLimit?: QuantityInput | null | undefined;
  customerGroupId?: string | null | undefined;
  defaults?: CustomerDefaultsInput | null | undefined;
  dryRun?: boolean | null | undefined;
  ediStatus?: EdiStatus | null | undefined;
  freightPreferences?: CustomerFreightPreferencesInput | null | undefined;
  idempotencyKey?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  name?: string | null | undefined;
  note?: string | null | undefined;
  notificationPreferences?: CustomerNotificationPreferencesInput | null | undefined;
  priceGroupIds?: ReadonlyArray<string> | null | undefined;
  reactivate?: boolean | null | undefined;
  shipToAddress?: AddressInput | null | undefined;
  shopper?: ShopperInput | null | undefined;
  status?: CustomerStatus | null | undefined;
  tags?: ReadonlyArray<string> | null | undefined;
  typeId?: string | null | undefined;
};
export type AddressInput = {
  country: string;
  email?: string | null | undefined;
  locality?: string | null | undefined;
  name: string;
  phone?: string | null | undefined;
  postalCode?: string | null | undefined;
  state?: string | null | undefined;
  streetLine1?: string | null | undefined;
  streetLine2?: string | null | undefined;
  type?: AddressType | null | undefined;
};
export type CustomerKeyInput = {
  number: string;
  reference?: never;
  shopperEmail?: never;
  shortId?: never;
  source?: never;
} | {
  number?: never;
  reference: CustomerReferenceInput;
  shopperEmail?: never;
  shortId?: never;
  source?: never;
} | {
  number?: never;
  reference?: never;
  shopperEmail: string;
  shortId?: never;
  source?: never;
} | {
  number?: never;
  reference?: never;
  shopperEmail?: never;
  shortId: string;
  source?: never;
} | {
  number?: never;
  reference?: never;
  shopperEmail?: never;
  shortId?: never;
  source: CustomerSourceInput;
};
export type CustomerReferenceInput = {
  reference: string;
  referenceOrigin?: string | null | undefined;
};
export type CustomerSourceInput = {
  sourceId: string;
  system: SourceSystem;
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
export type customerMutationUpsertMutation$variables = {
  connections: ReadonlyArray<string>;
  input: CustomerUpsertInput;
};
export type customerMutationUpsertMutation$data = {
  readonly customerUpsert: {
    readonly customer: {
      readonly id: string;
      readonly version: number;
      readonly " $fragmentSpreads": FragmentRefs<"customerListRow_customer">;
    } | null | undefined;
    readonly outcome: UpsertOutcome | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly path: ReadonlyArray<string>;
    }>;
  };
};
export type customerMutationUpsertMutation = {
  response: customerMutationUpsertMutation$data;
  variables: customerMutationUpsertMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "connections"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "input"
},
v2 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "outcome",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "version",
  "storageKey": null
},
v6 = {
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
      "name": "path",
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "customerMutationUpsertMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "CustomerUpsertPayload",
        "kind": "LinkedField",
        "name": "customerUpsert",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Customer",
            "kind": "LinkedField",
            "name": "customer",
            "plural": false,
            "selections": [
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "customerListRow_customer"
              }
            ],
            "storageKey": null
          },
          (v6/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "customerMutationUpsertMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "CustomerUpsertPayload",
        "kind": "LinkedField",
        "name": "customerUpsert",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Customer",
            "kind": "LinkedField",
            "name": "customer",
            "plural": false,
            "selections": [
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "name",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "filters": null,
            "handle": "prependNode",
            "key": "",
            "kind": "LinkedHandle",
            "name": "customer",
            "handleArgs": [
              {
                "kind": "Variable",
                "name": "connections",
                "variableName": "connections"
              },
              {
                "kind": "Literal",
                "name": "edgeTypeName",
                "value": "CustomerEdge"
              }
            ]
          },
          (v6/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "1610e9bcec3b52a7e38c23cf0c65195b",
    "id": null,
    "metadata": {},
    "name": "customerMutationUpsertMutation",
    "operationKind": "mutation",
    "text": "mutation customerMutationUpsertMutation(\n  $input: CustomerUpsertInput!\n) {\n  customerUpsert(input: $input) {\n    outcome\n    customer {\n      id\n      version\n      ...customerListRow_customer\n    }\n    userErrors {\n      code\n      path\n    }\n  }\n}\n\nfragment customerListRow_customer on Customer {\n  id\n  name\n}\n"
  }
};
})();

(node as any).hash = "a90e9d90b8c0e09b2b4637b57b08e4fd";

export default node;
