/**
 * @generated SignedSource<<d493762ec21376540cbfcad0ecf59a64>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type AddressType = "DROP_SHIP" | "STANDARD" | "%future added value";
export type UserErrorCode = "DISCONTINUED" | "HIERARCHY_CYCLE" | "HIERARCHY_DEPTH" | "IDEMPOTENCY_KEY_REUSED" | "IMMUTABLE" | "INVALID" | "IN_USE" | "LIMIT_EXCEEDED" | "NOT_FOUND" | "REQUIRED" | "STALE_VERSION" | "SYSTEM_OWNED" | "TAKEN" | "TOO_LONG" | "WRONG_CARRIER" | "WRONG_GROUP_TYPE" | "%future added value";
export type CustomerAddressCreateInput = {
  address: AddressInput;
  customerId: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
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
export type customerMutationAddAddressMutation$variables = {
  connections: ReadonlyArray<string>;
  input: CustomerAddressCreateInput;
};
export type customerMutationAddAddressMutation$data = {
  readonly customerAddressCreate: {
    readonly address: {
      readonly id: string;
      readonly name: string;
    } | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly path: ReadonlyArray<string>;
    }>;
  };
};
export type customerMutationAddAddressMutation = {
  response: customerMutationAddAddressMutation$data;
  variables: customerMutationAddAddressMutation$variables;
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
  "concreteType": "Address",
  "kind": "LinkedField",
  "name": "address",
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
    }
  ],
  "storageKey": null
},
v4 = {
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
    "name": "customerMutationAddAddressMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "AddressPayload",
        "kind": "LinkedField",
        "name": "customerAddressCreate",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          (v4/*:: as any*/)
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
    "name": "customerMutationAddAddressMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "AddressPayload",
        "kind": "LinkedField",
        "name": "customerAddressCreate",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "filters": null,
            "handle": "prependNode",
            "key": "",
            "kind": "LinkedHandle",
            "name": "address",
            "handleArgs": [
              {
                "kind": "Variable",
                "name": "connections",
                "variableName": "connections"
              },
              {
                "kind": "Literal",
                "name": "edgeTypeName",
                "value": "AddressEdge"
              }
            ]
          },
          (v4/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "7e2a380f6e58383230d67a1e3a6ee589",
    "id": null,
    "metadata": {},
    "name": "customerMutationAddAddressMutation",
    "operationKind": "mutation",
    "text": "mutation customerMutationAddAddressMutation(\n  $input: CustomerAddressCreateInput!\n) {\n  customerAddressCreate(input: $input) {\n    address {\n      id\n      name\n    }\n    userErrors {\n      code\n      path\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "fa79769c3720367db5b9c4b8d44b70e2";

export default node;
