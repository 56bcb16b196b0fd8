import { GraphQLDeprecatedDirective, Kind, visit } from 'graphql';

const form = /^Until (\d{4}-\d{2}-\d{2}): \S/;

function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function reasonOf(directive) {
  const value = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

/** Deprecations whose reason does not say until when the element remains and what to use instead. */
export function deprecationFaults(document) {
  const faults = [];
  visit(document, {
    Directive(directive, _key, _parent, _path, ancestors) {
      if (directive.name.value !== GraphQLDeprecatedDirective.name) return;
      const date = form.exec(reasonOf(directive))?.[1];
      if (date !== undefined && isDay(date)) return;
      const names = ancestors.flatMap((node) => node.name?.value ?? []);
      faults.push(
        `Deprecated without a day and a reason: ${names.join('.')} (line ${directive.loc.startToken.line}). Write @deprecated(reason: "Until 2027-05-01: use \`other\`."), with the day until which it stays at least.`,
      );
    },
  });
  return faults;
}
