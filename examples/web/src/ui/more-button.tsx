import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { LoadMoreFn } from 'react-relay';
import type { OperationType } from 'relay-runtime';

interface Props {
  readonly label: string;
  readonly isLoading: boolean;
  readonly load: LoadMoreFn<OperationType>;
  readonly size?: number;
  /** Loads when it comes near, too. */
  readonly isAuto?: boolean;
  readonly className?: string;
}

/** Another page of the list beside it. */
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
  const near = useEffectEvent(loadMore);
  // What failed is not tried again until somebody asks for it.
  const isWatching = isAuto && !isLoading && !failure;

  useEffect(() => {
    if (!isWatching || !button.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      rootMargin: '300px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isWatching]);

  // After the last page the button goes; the focus must not go with it.
  useLayoutEffect(() => {
    const self = button.current;
    return () => {
      if (self !== document.activeElement) return;
      self?.parentElement?.querySelector<HTMLElement>('ul, ol')?.focus({ preventScroll: true });
    };
  }, []);

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
