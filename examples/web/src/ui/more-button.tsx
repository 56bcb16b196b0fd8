interface Props {
  /** What there is more of. */
  readonly of: string;
  readonly hasNext: boolean;
  readonly isLoadingNext: boolean;
  readonly loadNext: (count: number) => unknown;
}

/** The next page of a list that `usePaginationFragment` reads. */
export function MoreButton({ of, hasNext, isLoadingNext, loadNext }: Props) {
  if (!hasNext) return null;
  return (
    <button type="button" className="quiet" aria-disabled={isLoadingNext} onClick={() => loadNext(10)}>
      {isLoadingNext ? 'Loading …' : `More ${of}`}
    </button>
  );
}
