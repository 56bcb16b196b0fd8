/**
 * @generated SignedSource<<2b66fedf94e9baca9395fca5bc9871e3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type customerListRow_customer$data = {
  readonly id: string;
  readonly name: string;
  readonly " $fragmentType": "customerListRow_customer";
};
export type customerListRow_customer$key = {
  readonly " $data"?: customerListRow_customer$data;
  readonly " $fragmentSpreads": FragmentRefs<"customerListRow_customer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "customerListRow_customer",
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
  "type": "Customer",
  "abstractKey": null
};

(node as any).hash = "467c62017cedb119b28f076211fb078a";

export default node;
