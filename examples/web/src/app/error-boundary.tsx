import { Component, type ReactNode } from 'react';
import { GatewayError } from '../relay/gateway-error.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Link } from './link.tsx';

interface Props {
  /** A new key clears the error: it belongs to a place that the user has left. */
  readonly resetKey: string;
  /** Replaces the full error notice. */
  readonly fallback?: ReactNode;
  readonly children: (attempt: number) => ReactNode;
}

interface State {
  readonly error: unknown;
  readonly attempt: number;
  readonly resetKey: string;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, attempt: 0, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  override render(): ReactNode {
    const { error, attempt } = this.state;
    if (error === null) return this.props.children(attempt);
    return (
      this.props.fallback ?? (
        <Failure error={error} retry={() => this.setState({ error: null, attempt: attempt + 1 })} />
      )
    );
  }
}

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const known = error instanceof GatewayError ? error : null;
  const isLost = known?.code.startsWith('CURSOR');
  const start = new URLSearchParams(location.search);
  start.delete('after');
  return (
    <div className="notice" role="alert">
      <PageHeading title={isLost ? 'This place is not in this list' : 'That did not work'} />
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {known && (
        <p className="muted">
          <code>{known.code}</code>
          {known.requestId && <> · request {known.requestId}</>}
        </p>
      )}
      <p className="actions">
        {isLost ? (
          <Link href={`/?${start}`}>To the start of the list</Link>
        ) : (
          <button type="button" className="primary" onClick={retry}>
            Try again
          </button>
        )}
      </p>
    </div>
  );
}
