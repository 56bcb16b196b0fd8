export const followChanges = `# Every change of a customer, as it is committed. "after",
# below, is the cursor of one of the last: what came since
# is told first. Leave this running, do an upsert in
# another window, and it is shown here.
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
