/* Operations that GraphiQL opens with, one per tab: lists. */

export const firstPage = `# Welcome. Run this with the button or Ctrl-Enter;
# hover a field to read what it means. The other
# tabs have more examples.

# The first page of customers, newest first, with
# what belongs to them.
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

export const nextPage = `# The page after a cursor: "after", below, takes the
# endCursor of the page before.
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

export const filterAndFacets = `# A filter, a count, and what else could be chosen
# (facets): a list with its filters beside it.
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

export const search = `# Free text: parts of words, in any case, with or
# without accents; or digits of a phone number.
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
