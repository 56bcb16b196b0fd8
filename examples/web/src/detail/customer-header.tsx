import { useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Link } from '../app/link.tsx';
import { EditDialog } from '../edit/edit-dialog.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { day } from '../ui/words.ts';
import type {
  customerHeader_customer$data,
  customerHeader_customer$key,
} from './__generated__/customerHeader_customer.graphql.ts';

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

type Data = customerHeader_customer$data;

const Path = ({ parentAccount: parent }: Data) => (
  <nav aria-label="Where this is">
    <Link href="/">All customers</Link>
    {parent && <Link href={`/customers/${parent.id}`}>{parent.name}</Link>}
  </nav>
);

const Marks = ({ status, active, tags }: Data) => (
  <p className="marks">
    <StatusBadge status={status} />
    {!active && <span className="badge gone">Discontinued</span>}
    {tags.nodes.map(({ id, name }) => (
      <span key={id} className="tag">
        {name}
      </span>
    ))}
  </p>
);

export function CustomerHeader({ customer }: { readonly customer: customerHeader_customer$key }) {
  const data = useFragment(fragment, customer);
  const { name, number, shortId, type, version, updatedAt } = data;
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
      <Path {...data} />
      <div className="title">
        <PageHeading title={name} />
        <button ref={edit} type="button" className="primary" onClick={() => setEdited(true)}>
          Edit
        </button>
      </div>
      <Marks {...data} />
      <p className="muted">
        {[number, shortId, type?.name].filter(Boolean).join(' · ')} · version {version}, changed{' '}
        {day(updatedAt)}
      </p>
      <p role="status" className="said">
        {notice}
      </p>
      {isEdited && <EditDialog customer={data} onClose={close} />}
    </header>
  );
}
