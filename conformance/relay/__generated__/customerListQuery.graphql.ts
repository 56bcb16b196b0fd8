/**
 * @generated SignedSource<<623c476888f377c7d632073eae16d6f2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type CommissionPolicy = "COMMISSION_APPLIED" | "COMMISSION_EXEMPT" | "%future added value";
export type CustomerSortField = "CREATED_AT" | "CREDIT_LIMIT" | "NAME" | "NUMBER" | "STATUS" | "TOTAL_ORDERS_COUNT" | "UPDATED_AT" | "%future added value";
export type CustomerStatus = "HOLD_ALL" | "HOLD_SHIPMENT" | "NORMAL" | "PREFERRED" | "%future added value";
export type EdiStatus = "DISABLED" | "ENABLED" | "%future added value";
export type FreightPolicy = "BILLED_FREIGHT" | "FREE_FREIGHT" | "%future added value";
export type Mode = "LIVE" | "TEST" | "%future added value";
export type ParentAccountStatus = "NON_PARENT" | "PARENT" | "%future added value";
export type RelationshipType = "CHILD" | "PARENT" | "STANDALONE" | "%future added value";
export type ShopperStatus = "ACQUIRED" | "PROSPECT" | "REPEAT" | "%future added value";
export type SortDirection = "ASC" | "DESC" | "%future added value";
export type CustomerFilter = {
  active?: boolean | null | undefined;
  address?: AddressFilter | null | undefined;
  and?: ReadonlyArray<CustomerFilter> | null | undefined;
  carrierIds?: ReadonlyArray<string> | null | undefined;
  commissionPolicies?: ReadonlyArray<CommissionPolicy> | null | undefined;
  createdAt?: DateTimeRange | null | undefined;
  customerGroupIds?: ReadonlyArray<string> | null | undefined;
  ediStatuses?: ReadonlyArray<EdiStatus> | null | undefined;
  freightPolicies?: ReadonlyArray<FreightPolicy> | null | undefined;
  ids?: ReadonlyArray<string> | null | undefined;
  mode?: Mode | null | undefined;
  not?: CustomerFilter | null | undefined;
  or?: ReadonlyArray<CustomerFilter> | null | undefined;
  parentAccountStatus?: ParentAccountStatus | null | undefined;
  paymentTermIds?: ReadonlyArray<string> | null | undefined;
  pricingGroupIds?: ReadonlyArray<string> | null | undefined;
  relationshipTypes?: ReadonlyArray<RelationshipType> | null | undefined;
  salesRepIds?: ReadonlyArray<string> | null | undefined;
  serviceLevelIds?: ReadonlyArray<string> | null | undefined;
  shippingTermIds?: ReadonlyArray<string> | null | undefined;
  shopperStatuses?: ReadonlyArray<ShopperStatus> | null | undefined;
  statuses?: ReadonlyArray<CustomerStatus> | null | undefined;
  tags?: ReadonlyArray<string> | null | undefined;
  updatedAt?: DateTimeRange | null | undefined;
};
export type AddressFilter = {
  city?: string | null | undefined;
  country?: string | null | undefined;
  postalCode?: string | null | undefined;
  state?: string | null | undefined;
};
export type DateTimeRange = {
  from?: string | null | undefined;
  to?: string | null | undefined;
};
export type CustomerSort = {
  direction?: SortDirection | null | undefined;
  field: CustomerSortField;
};
export type customerListQuery$variables = {
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: CustomerFilter | null | undefined;
  first?: number | null | undefined;
  last?: number | null | undefined;
  orderBy?: ReadonlyArray<CustomerSort> | null | undefined;
};
export type customerListQuery$data = {
  readonly " $fragmentSpreads": FragmentRefs<"customerList_query">;
};
export type customerListQuery = {
  response: customerListQuery$data;
  variables: customerListQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "after"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "before"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "filter"
},
v3 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "first"
},
v4 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "last"
},
v5 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "orderBy"
},
v6 = [
  {
    "kind": "Variable",
    "name": "after",
    "variableName": "after"
  },
  {
    "kind": "Variable",
    "name": "before",
    "variableName": "before"
  },
  {
    "kind": "Variable",
    "name": "filter",
    "variableName": "filter"
  },
  {
    "kind": "Variable",
    "name": "first",
    "variableName": "first"
  },
  {
    "kind": "Variable",
    "name": "last",
    "variableName": "last"
  },
  {
    "kind": "Variable",
    "name": "orderBy",
    "variableName": "orderBy"
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v3/*:: as any*/),
      (v4/*:: as any*/),
      (v5/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "customerListQuery",
    "selections": [
      {
        "args": (v6/*:: as any*/),
        "kind": "FragmentSpread",
        "name": "customerList_query"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v3/*:: as any*/),
      (v0/*:: as any*/),
      (v4/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v5/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "customerListQuery",
    "selections": [
      {
        "alias": null,
        "args": (v6/*:: as any*/),
        "concreteType": "CustomerConnection",
        "kind": "LinkedField",
        "name": "customers",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "totalCount",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "CustomerEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Customer",
                "kind": "LinkedField",
                "name": "node",
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
                    "name": "__typename",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "cursor",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "PageInfo",
            "kind": "LinkedField",
            "name": "pageInfo",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "endCursor",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasNextPage",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasPreviousPage",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "startCursor",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": (v6/*:: as any*/),
        "filters": [
          "filter",
          "orderBy"
        ],
        "handle": "connection",
        "key": "customerList_customers",
        "kind": "LinkedHandle",
        "name": "customers"
      }
    ]
  },
  "params": {
    "cacheID": "4381387567d26416d6f2e84e730f2043",
    "id": null,
    "metadata": {},
    "name": "customerListQuery",
    "operationKind": "query",
    "text": "query customerListQuery(\n  $first: Int\n  $after: String\n  $last: Int\n  $before: String\n  $filter: CustomerFilter\n  $orderBy: [CustomerSort!]\n) {\n  ...customerList_query_2ydLl9\n}\n\nfragment customerListRow_customer on Customer {\n  id\n  name\n}\n\nfragment customerList_query_2ydLl9 on Query {\n  customers(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n    totalCount\n    edges {\n      node {\n        id\n        ...customerListRow_customer\n        __typename\n      }\n      cursor\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      hasPreviousPage\n      startCursor\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "c61009db7081502025c045660f1051e0";

export default node;
