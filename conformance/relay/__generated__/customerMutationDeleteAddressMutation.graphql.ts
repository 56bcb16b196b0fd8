/**
 * @generated SignedSource<<f64b974c02ed43a0fa3507e3ea8e568d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "DISCONTINUED" | "HIERARCHY_CYCLE" | "HIERARCHY_DEPTH" | "IDEMPOTENCY_KEY_REUSED" | "IMMUTABLE" | "INVALID" | "IN_USE" | "LIMIT_EXCEEDED" | "NOT_FOUND" | "REQUIRED" | "STALE_VERSION" | "SYSTEM_OWNED" | "TAKEN" | "TOO_LONG" | "WRONG_CARRIER" | "WRONG_GROUP_TYPE" | "%future added value";
export type CustomerAddressDeleteInput = {
  dryRun?: boolean | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type customerMutationDeleteAddressMutation$variables = {
  connections: ReadonlyArray<string>;
  input: CustomerAddressDeleteInput;
};
export type customerMutationDeleteAddressMutation$data = {
  readonly customerAddressDelete: {
    readonly deletedId: string | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly path: ReadonlyArray<string>;
    }>;
  };
};
export type customerMutationDeleteAddressMutation = {
  response: customerMutationDeleteAddressMutation$data;
  variables: customerMutationDeleteAddressMutation$variables;
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
  "name": "deletedId",
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
    "name": "customerMutationDeleteAddressMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "DeletePayload",
        "kind": "LinkedField",
        "name": "customerAddressDelete",
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
    "name": "customerMutationDeleteAddressMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "DeletePayload",
        "kind": "LinkedField",
        "name": "customerAddressDelete",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "filters": null,
            "handle": "deleteEdge",
            "key": "",
            "kind": "ScalarHandle",
            "name": "deletedId",
            "handleArgs": [
              {
                "kind": "Variable",
                "name": "connections",
                "variableName": "connections"
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
    "cacheID": "7763a5700290641fe2931d7c2cff928e",
    "id": null,
    "metadata": {},
    "name": "customerMutationDeleteAddressMutation",
    "operationKind": "mutation",
    "text": "mutation customerMutationDeleteAddressMutation(\n  $input: CustomerAddressDeleteInput!\n) {\n  customerAddressDelete(input: $input) {\n    deletedId\n    userErrors {\n      code\n      path\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "b765e5660904fe717f1557b42c7e40bf";

export default node;
