import type { ProposedChange } from './proposeChange';

/** What became of a change, for who asked for it. */
export function outcomeWords(
  { outcome, url }: Pick<ProposedChange, 'outcome' | 'url'>,
  title: string,
): string {
  switch (outcome) {
    case 'opened':
      return `Opened ${url}: ${title}`;
    case 'updated':
      return `Brought ${url} up to date: ${title}`;
    case 'unchanged':
      return `${url} asks for that already: ${title}`;
    default:
      return 'Git has all of it already: nothing is proposed';
  }
}
