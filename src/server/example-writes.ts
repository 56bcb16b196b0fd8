/* Operations that GraphiQL opens with, one per tab: writes. */

export const upsert = `# Creates a customer, or changes the one that has the
# key; run twice, the outcome is UNCHANGED. With
# "dryRun" true, below, it is only tried out.
mutation Upsert($input: CustomerUpsertInput!) {
  customerUpsert(input: $input) {
    outcome
    customer {
      number
      name
      version
      billToAddress {
        geolocation {
          locality
          country
        }
      }
      tags {
        nodes {
          name
        }
      }
      events(first: 3) {
        nodes {
          action
          changes {
            path
            oldValue
            newValue
          }
        }
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
`;

export const rejectedUpsert = `# All that is wrong with an input is told at once,
# with what would be right. Nothing is written.
mutation RejectedUpsert($input: CustomerUpsertInput!) {
  customerUpsert(input: $input) {
    outcome
    customer {
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}
`;

export const staleVersion = `# "ifVersion", below, is a version that the customer
# no longer has: nothing is written, and the answer
# shows the customer as it is now.
mutation StaleVersion($input: CustomerUpdateInput!) {
  customerUpdate(input: $input) {
    customer {
      name
      note
      version
      updatedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}
`;
