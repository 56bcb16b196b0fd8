import { useRef } from 'react';
import { useArrival } from '../app/router.tsx';

/** The page's heading and window title. The heading receives the focus on arrival. */
export function PageHeading({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <>
      <title>{title}</title>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </>
  );
}
