export const recentOrders = `# Orders of all customers, the last ones first. The filter,
# below, also takes totals, times and conditions of the
# customer.
query RecentOrders($filter: OrderFilter) {
  orders(
    first: 10
    filter: $filter
    orderBy: [{ field: PLACED_AT, direction: DESC }]
  ) {
    totalCount
    nodes {
      number
      status
      placedAt
      total {
        displayValue
      }
      customer {
        name
      }
    }
  }
}
`;

export const ordersByMonth = `# Counts and totals by month and currency. "filter" of a
# group lists its orders: orders(filter: …).
query OrdersByMonth {
  ordersAggregate(groupBy: [PLACED_MONTH, CURRENCY], first: 12) {
    groups {
      keys {
        placedMonth
        currencyCode
      }
      count
      totals {
        currencyCode
        sum
      }
    }
  }
}
`;
