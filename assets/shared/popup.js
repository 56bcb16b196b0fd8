/** Closes an open `details` by Escape, by a click outside of it, and when the focus leaves it. */
export function closeLikeMenu(details) {
  const close = () => {
    details.open = false;
  };
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return;
    close();
    details.querySelector('summary').focus();
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !details.contains(relatedTarget)) close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!details.contains(target)) close();
  });
}
