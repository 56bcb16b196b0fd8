/** The editor of the file that GraphiQL gives this name. */
const editorOf = (file) =>
  self.monaco.editor.getEditors().find((each) => each.getModel()?.uri.path.endsWith(file));

/** Resolves when an element that the selector names is added or changed so that `isReady`. */
function changed(element, isReady) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isReady()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element, { subtree: true, childList: true, attributes: true });
  });
}

const tabsIn = (root) => root.querySelectorAll('.graphiql-tab').length;

/** Opens a text in a new tab, which GraphiQL then stores like one that was typed. */
export async function openTab({ query, variables }) {
  const root = document.getElementById('root');
  const before = tabsIn(root);
  const added = changed(root, () => tabsIn(root) > before);
  root.querySelector('.graphiql-tab-add').click();
  await added;
  editorOf('operation.graphql').setValue(query);
  editorOf('variables.json').setValue(variables);
  editorOf('operation.graphql').focus();
}

function storedTabs() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    return { tabs, last: tabs[activeTabIndex] };
  } catch {
    return { tabs: [] };
  }
}

/**
 * The query and variables by which GraphiQL finds the tab to open: that of a link, the last one, or at the first visit
 * the given one. Without them, it would open another tab, with the variables of the last one.
 */
export function openedTab(link, first) {
  const { tabs, last } = storedTabs();
  const former = link === null ? last : tabs.find(({ query }) => query === link);
  return { query: former?.query ?? link ?? first.query, variables: former?.variables ?? '' };
}
