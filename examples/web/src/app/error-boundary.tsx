import { Component, type ReactNode } from 'react';
import { GatewayError } from '../relay/gateway-error.ts';
import { Link } from './link.tsx';

interface Props {
  /** Another one: the error is of a place that was left. */
  readonly resetKey: string;
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
    return <Failure error={error} retry={() => this.setState({ error: null, attempt: attempt + 1 })} />;
  }
}

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const known = error instanceof GatewayError ? error : null;
  return (
    <div className="notice" role="alert">
      <h1>{known?.code.startsWith('CURSOR') ? 'This place is not in this list' : 'That did not work'}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {known && (
        <p className="muted">
          <code>{known.code}</code>
          {known.requestId && <> · request {known.requestId}</>}
        </p>
      )}
      <p className="actions">
        <button type="button" className="primary" onClick={retry}>
          Try again
        </button>
        <Link href="/">All customers, from the start</Link>
      </p>
    </div>
  );
}
