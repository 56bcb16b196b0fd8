/**
 * @generated SignedSource<<ed7116f1d2ea95016a2886e007d63399>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type customerDetail_customer$data = {
  readonly creditLimit: {
    readonly value: string;
  } | null | undefined;
  readonly id: string;
  readonly metadata: Record<string, unknown>;
  readonly name: string;
  readonly note: string | null | undefined;
  readonly version: number;
  readonly " $fragmentSpreads": FragmentRefs<"customerChildren_customer" | "customerDetailAddresses_customer">;
  readonly " $fragmentType": "customerDetail_customer";
};
export type customerDetail_customer$key = {
  readonly " $data"?: customerDetail_customer$data;
  readonly " $fragmentSpreads": FragmentRefs<"customerDetail_customer">;
};

import customerDetailRefetchQuery_graphql from './customerDetailRefetchQuery.graphql';

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": customerDetailRefetchQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "customerDetail_customer",
  "selections": [
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
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "metadata",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Quantity",
      "kind": "LinkedField",
      "name": "creditLimit",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "value",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "customerDetailAddresses_customer"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "customerChildren_customer"
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "type": "Customer",
  "abstractKey": null
};

(node as any).hash = "b1aad011872bbf4a60c56615e3fbf93b";

export default node;
