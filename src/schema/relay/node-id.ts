import { type NodeType, prefixOf, typeOfId } from '../../db/model/id.ts';
import { listedText } from '../../domain/identifier/listed.ts';
import { requestError, shorten } from './request-error.ts';

export const withArticle = (type: NodeType): string => `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`;

export function expectId(argument: string, id: string, type: NodeType): string {
  const found = typeOfId(id);
  if (found === type) return id;
  const what = found === undefined ? 'which is not an id' : `the id of ${withArticle(found)}`;
  throw requestError(
    'ID_INVALID',
    `\`${argument}\` is "${shorten(id)}", ${what}; the id of ${withArticle(type)} begins with "${prefixOf(type)}", and ${listedText(type)}.`,
  );
}
