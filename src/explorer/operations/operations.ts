export interface NamedOperation {
  readonly kind: string;
  readonly name: string | undefined;
}

const stringOrComment = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#.*/g;
const innermostBraces = /\{[^{}]*\}/g;
const head = /(?<![$@\w])(query|mutation|subscription)\b\s*([_A-Za-z]\w*)?/g;

/** The text outside of braces, strings and comments: the heads of its definitions. */
function headsOf(text: string): string {
  let rest = text.replace(stringOrComment, ' ');
  for (let before = ''; rest !== before; ) [before, rest] = [rest, rest.replace(innermostBraces, ' ')];
  return rest;
}

/** The operations that begin with a keyword, in a text that may have syntax errors. */
export const operationsIn = (text: string): readonly NamedOperation[] =>
  [...headsOf(text).matchAll(head)].map(([, kind = '', name]) => ({ kind, name }));
