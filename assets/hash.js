/** The name in the URL's fragment; empty if it is not encoded correctly. */
export function namedInHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
