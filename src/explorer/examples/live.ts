export const followChanges = `# Every change of a customer, when it is committed. "after",
# below, is the cursor of a recent change: later changes are
# sent first. Keep this running and run the upsert in
# another window to see its change here.
subscription Follow($after: String) {
  customerChanged(after: $after) {
    cursor
    action
    customer {
      name
      version
    }
    changes {
      path
      oldValue
      newValue
    }
    occurredAt
  }
}
`;

export const recentChanges = `# The last changes of the account's customers, the latest
# at the end, with their authors.
query RecentChanges {
  customerChanges(last: 10) {
    nodes {
      occurredAt
      action
      actor {
        type
        name
      }
      customer {
        name
      }
      changes {
        path
        oldValue
        newValue
      }
    }
  }
}
`;
