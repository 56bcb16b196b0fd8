import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useRouting } from './router.tsx';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** A link that navigates within this page, except for clicks that open another tab or window. */
export function Link(props: Props) {
  const { navigate } = useRouting();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(props.href);
  };
  return (
    <a {...props} href={props.href} onClick={follow}>
      {props.children}
    </a>
  );
}
