import { useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Link } from '../app/link.tsx';
import { EditDialog } from '../edit/edit-dialog.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { day } from '../ui/words.ts';
import type { customerHeader_customer$key } from './__generated__/customerHeader_customer.graphql.ts';

const fragment = graphql`
  fragment customerHeader_customer on Customer {
    name
    number
    shortId
    status
    active
    version
    updatedAt
    parentAccount {
      id
      name
    }
    type {
      name
    }
    tags {
      nodes {
        id
        name
      }
    }
    ...editDialog_customer
  }
`;

export function CustomerHeader({ customer }: { readonly customer: customerHeader_customer$key }) {
  const data = useFragment(fragment, customer);
  const [isEdited, setEdited] = useState(false);
  const [notice, setNotice] = useState('');
  const edit = useRef<HTMLButtonElement>(null);
  const close = (said: string) => {
    setEdited(false);
    setNotice(said);
    edit.current?.focus();
  };
  return (
    <header className="head">
      <nav aria-label="Where this is">
        <Link href="/">All customers</Link>
        {data.parentAccount && (
          <Link href={`/customers/${data.parentAccount.id}`}>{data.parentAccount.name}</Link>
        )}
      </nav>
      <div className="title">
        <PageHeading title={data.name} />
        <button ref={edit} type="button" className="primary" onClick={() => setEdited(true)}>
          Edit
        </button>
      </div>
      <p className="marks">
        <StatusBadge status={data.status} />
        {!data.active && <span className="badge gone">Discontinued</span>}
        {data.tags.nodes.map(({ id, name }) => (
          <span key={id} className="tag">
            {name}
          </span>
        ))}
      </p>
      <p className="muted">
        {[data.number, data.shortId, data.type?.name].filter(Boolean).join(' · ')} · version {data.version},
        changed {day(data.updatedAt)}
      </p>
      <p role="status" className="said">
        {notice}
      </p>
      {isEdited && <EditDialog customer={data} onClose={close} />}
    </header>
  );
}
