export const firstPage = `# Welcome. Run this with the button or Ctrl-Enter;
# hover a field to read its description. The menu
# "Examples" has more.

# The first page of customers, newest first, with
# related data.
query FirstPage {
  viewer {
    account {
      name
    }
  }
  customers(first: 10, filter: { active: true }) {
    nodes {
      number
      name
      status
      creditLimit {
        displayValue
      }
      freightPreferences {
        carrier {
          name
          serviceLevels(first: 3) {
            nodes {
              name
            }
          }
        }
      }
      defaults {
        paymentTerm {
          name
        }
        salesRep {
          user {
            name
          }
        }
      }
      shipToAddress {
        geolocation {
          locality
          state
          country
        }
      }
      priceGroups(first: 3) {
        nodes {
          name
        }
      }
      childAccounts(first: 3) {
        totalCount
        nodes {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

export const nextPage = `# The page after a cursor: "after", below, is a cursor
# of the first page, usually its endCursor.
query NextPage($after: String) {
  customers(first: 10, after: $after) {
    edges {
      cursor
      node {
        number
        name
        createdAt
      }
    }
    pageInfo {
      hasPreviousPage
      hasNextPage
      startCursor
      endCursor
    }
  }
}
`;

export const filterAndFacets = `# A filter, the count, and the facets: the values
# to filter by, with the number of customers.
query FilterAndFacets($filter: CustomerFilter) {
  customers(first: 10, filter: $filter, orderBy: [{ field: NAME }]) {
    totalCount
    facets {
      statuses {
        value
        count
      }
      states {
        value
        count
      }
      carriers {
        value {
          name
        }
        count
      }
    }
    nodes {
      name
      status
    }
  }
}
`;

export const groups = `# Counts and sums by sales rep. "filter" of a group
# lists its customers: customers(filter: …).
query Groups {
  customersAggregate(
    filter: { active: true }
    groupBy: [SALES_REP]
    first: 10
  ) {
    groupCount
    groups {
      keys {
        salesRep {
          name
        }
      }
      count
      creditLimits {
        unit {
          abbreviation
        }
        sum
        avg
      }
      filter
    }
  }
}
`;

export const search = `# Free text: parts of words, ignoring case and
# accents, or digits of a phone number.
query Search($query: String) {
  customers(first: 10, query: $query) {
    count(cap: 1000) {
      value
      precision
    }
    nodes {
      number
      name
      contactInfo {
        email
        phone
      }
    }
  }
}
`;

export const conflicts = `# Customers whose records in the source systems have
# different values, and the origin of each value.
# \`customerFieldPin\` settles a conflict.
query Conflicts {
  customers(first: 10, filter: { hasConflicts: true }) {
    nodes {
      number
      name
      conflicts {
        fieldGroup
        rule
        winner {
          system
        }
        values {
          value
          source {
            system
            sourceId
          }
        }
      }
      fieldOrigins {
        fieldGroup
        kind
        sources {
          system
        }
      }
    }
  }
}
`;
