import { rejected } from '../rejection.ts';

export const onlyByPost = () =>
  rejected({
    code: 'BAD_REQUEST',
    status: 405,
    message: 'The operation is a mutation, sent by GET; send it by POST.',
    headers: { Allow: 'POST' },
  });
