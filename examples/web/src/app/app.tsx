import { lazy, Suspense } from 'react';
import { CustomersPage } from '../list/customers-page.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { AccountName } from './account-name.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Link } from './link.tsx';
import { useRouting } from './router.tsx';

const CustomerPage = lazy(async () => {
  const { CustomerPage } = await import('../detail/customer-page.tsx');
  return { default: CustomerPage };
});

/** A new `fetchKey` fetches the page again after an error. */
function Page({ fetchKey }: { readonly fetchKey: number }) {
  const { path } = useRouting().place;
  if (path === '/') return <CustomersPage fetchKey={fetchKey} />;
  const id = /^\/customers\/(\w+)$/.exec(path)?.[1];
  return id ? <CustomerPage key={id} id={id} fetchKey={fetchKey} /> : <NothingHere />;
}

const NothingHere = () => (
  <div className="notice">
    <PageHeading title="There is no such page" />
    <p>
      <Link href="/">To the customers</Link>
    </p>
  </div>
);

const Loading = () => (
  <div className="notice" role="status">
    <span className="spinner" aria-hidden="true" />
    Loading …
  </div>
);

const Bar = ({ isPending }: { readonly isPending: boolean }) => (
  <header className="bar">
    <Link className="brand" href="/">
      <img src="/icon.svg" alt="" width="28" height="28" />
      <ErrorBoundary resetKey="" fallback="Customers">
        {() => (
          <Suspense fallback="Customers">
            <AccountName />
          </Suspense>
        )}
      </ErrorBoundary>
    </Link>
    <span role="status" className="pending">
      {isPending && 'Loading …'}
    </span>
    {isPending && <div className="progress" aria-hidden="true" />}
  </header>
);

export function App() {
  const { place, isPending } = useRouting();
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Bar isPending={isPending} />
      <main id="main" tabIndex={-1} aria-busy={isPending}>
        <ErrorBoundary key={place.path} resetKey={place.key}>
          {(attempt) => (
            <Suspense fallback={<Loading />}>
              <Page fetchKey={attempt} />
            </Suspense>
          )}
        </ErrorBoundary>
      </main>
      <footer>
        <AskedPanel />
      </footer>
    </>
  );
}
