import { graphql } from 'relay-runtime';

export const update = graphql`
  mutation customerMutationUpdateMutation($input: CustomerUpdateInput!) {
    customerUpdate(input: $input) {
      customer {
        id
        name
        note
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`;

export const upsert = graphql`
  mutation customerMutationUpsertMutation($input: CustomerUpsertInput!, $connections: [ID!]!) {
    customerUpsert(input: $input) {
      outcome
      customer @prependNode(connections: $connections, edgeTypeName: "CustomerEdge") {
        id
        version
        ...customerListRow_customer
      }
      userErrors {
        code
        path
      }
    }
  }
`;

export const addAddress = graphql`
  mutation customerMutationAddAddressMutation($input: CustomerAddressCreateInput!, $connections: [ID!]!) {
    customerAddressCreate(input: $input) {
      address @prependNode(connections: $connections, edgeTypeName: "AddressEdge") {
        id
        name
      }
      userErrors {
        code
        path
      }
    }
  }
`;

export const deleteAddress = graphql`
  mutation customerMutationDeleteAddressMutation($input: CustomerAddressDeleteInput!, $connections: [ID!]!) {
    customerAddressDelete(input: $input) {
      deletedId @deleteEdge(connections: $connections) @deleteRecord
      userErrors {
        code
        path
      }
    }
  }
`;
