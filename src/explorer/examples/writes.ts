export const upsert = `# Creates a customer, or changes the one that has the
# key. If you run it twice, the outcome is UNCHANGED. With
# "dryRun" true, below, nothing is saved.
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

export const rejectedUpsert = `# Returns all problems of an input together, and how
# to fix each. Nothing is saved.
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

export const staleVersion = `# "ifVersion", below, is an old version of the
# customer: nothing is saved, and the response shows
# the current customer.
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
