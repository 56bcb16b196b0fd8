/** Escaped HTML text: inserted values were escaped, or are HTML themselves. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);

function markupOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === false || part == null) return '';
  return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part));
}

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((each, at) => each + markupOf(parts[at])).join(''));
}

export function prose(text: string | null | undefined): Html {
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((each) => each.trim() !== '');
  return html`${paragraphs.map((each) => html`<p>${each.split('`').map((part, at) => (at % 2 ? html`<code>${part}</code>` : part))}</p>`)}`;
}
