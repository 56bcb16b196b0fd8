import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { LoadMoreFn } from 'react-relay';
import type { OperationType } from 'relay-runtime';

interface Props {
  readonly label: string;
  readonly isLoading: boolean;
  readonly load: LoadMoreFn<OperationType>;
  readonly size?: number;
  /** Whether the button also loads when it is scrolled near. */
  readonly isAuto?: boolean;
  readonly className?: string;
}

/** Loads another page of the adjacent list. */
export function MoreButton({
  label,
  isLoading,
  load,
  size = 10,
  isAuto = false,
  className = 'quiet',
}: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const loadMore = () => {
    if (!isLoading) load(size, { onComplete: setFailure });
  };
  // A failed page is not retried automatically; the user has to click.
  useNearness(button, isAuto && !isLoading && !failure, loadMore);
  useFocusHandedOn(button);

  return (
    <>
      {failure && (
        <p role="alert" className="fault">
          {failure.message}
        </p>
      )}
      <button ref={button} type="button" className={className} aria-disabled={isLoading} onClick={loadMore}>
        {isLoading ? 'Loading …' : label}
      </button>
    </>
  );
}

type Button = RefObject<HTMLButtonElement | null>;

function useNearness(button: Button, isWatching: boolean, onNear: () => void): void {
  const near = useEffectEvent(onNear);
  useEffect(() => {
    if (!isWatching || !button.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      rootMargin: '300px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [button, isWatching]);
}

/** The button disappears after the last page: moves its focus to the list. */
function useFocusHandedOn(button: Button): void {
  useLayoutEffect(() => {
    const self = button.current;
    return () => {
      if (self !== document.activeElement) return;
      self?.parentElement?.querySelector<HTMLElement>('ul, ol')?.focus({ preventScroll: true });
    };
  }, [button]);
}
