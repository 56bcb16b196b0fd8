import { type ASTNode, type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const rule = 'A string cannot contain the character U+0000; leave it out.';

function wrong(where: string, node: ASTNode | null = null): GraphQLError {
  return new GraphQLError(`${where}: ${rule}`, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}

/** PostgreSQL's text cannot hold it: nothing that is stored could ever match. */
function NoNulInLiterals(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (node.value.includes('\0')) context.reportError(wrong('The document', node));
    },
  };
}

function nulIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = key.includes('\0') ? path : nulIn(each, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

type RequestParseEvent = Parameters<NonNullable<Plugin['onRequestParse']>>[0];
type RequestParser = NonNullable<RequestParseEvent['requestParser']>;

/** Yoga reads the JSON in a URL or a form without a thought that it may be none. */
function withReadableVariables(parse: RequestParser): RequestParser {
  return async (request) => {
    try {
      return await parse(request);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new GraphQLError('`variables` or `extensions` is not valid JSON.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    }
  };
}

/** Refuses variables that cannot be read, and strings that no database text can hold, wherever they are. */
export function useInputCheck(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser) setRequestParser(withReadableVariables(requestParser));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(NoNulInLiterals);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const found = nulIn(args.variableValues, '$');
      if (found !== undefined)
        setResultAndStopExecution({ errors: [wrong(`\`${found.replace('$.', '$')}\``)] });
    },
  };
}
