export const oneCustomer = `# One customer, with the data of the three systems.
query OneCustomer($by: CustomerIdentifier!) {
  customer(by: $by) {
    id
    number
    shortId
    name
    status
    relationshipType
    version
    contactInfo {
      name
      email
      phone
    }
    creditLimit {
      value
      displayValue
      unit {
        name
        owner {
          type
        }
      }
    }
    effectivePolicies {
      commission {
        value
        source
        via {
          name
        }
      }
      freight {
        value
        source
        via {
          name
        }
      }
    }
    type {
      name
    }
    addresses {
      totalCount
      nodes {
        name
        type
        geolocation {
          streetLine1
          locality
          state
          postalCode
          country
        }
      }
    }
    childAccounts {
      totalCount
      nodes {
        name
      }
    }
    shopper {
      email
      status
      hasPassword
      orders(first: 3) {
        totalCount
        nodes {
          number
          status
          total {
            displayValue
          }
        }
      }
    }
    tags {
      nodes {
        name
      }
    }
    metadata
    sources {
      system
      sourceId
      seenAt
    }
    events(first: 3) {
      nodes {
        action
        actor {
          type
          name
        }
        occurredAt
        changes {
          path
          oldValue
          newValue
        }
      }
    }
  }
}
`;
