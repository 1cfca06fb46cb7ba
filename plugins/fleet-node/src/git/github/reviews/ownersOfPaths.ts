import ignore from 'ignore';
import type { GitFileOwners } from '../../GitPullRequest';

interface OwnerRule {
  pattern: string;
  owners: string[];
  matches: (path: string) => boolean;
}

/** Whose files are, by the text of a CODEOWNERS: of the rules that fit a path the last one counts, also where it names nobody. */
export function ownersOfPaths(
  text: string,
  paths: readonly string[],
): GitFileOwners['rules'] {
  const rules = text.split(/\r?\n/).flatMap(readRule);
  const found = new Map<OwnerRule, string[]>();
  for (const path of paths) {
    const rule = rules.findLast(({ matches }) => matches(path));
    if (rule && rule.owners.length > 0) {
      found.set(rule, [...(found.get(rule) ?? []), path]);
    }
  }
  return [...found].map(([{ pattern, owners }, covered]) => ({
    pattern,
    owners,
    paths: covered,
  }));
}

/** GitHub passes over a line that it does not understand. */
function readRule(line: string): OwnerRule[] {
  const [pattern, ...words] =
    line.replace(/(?:^|\s)#.*$/, '').match(/(?:\\.|\S)+/g) ?? [];
  const owners = words.map(readOwner);
  // What files to ignore are named with, and owners of files are not.
  return !pattern || /^!|\[/.test(pattern) || owners.includes(undefined)
    ? []
    : [
        {
          pattern,
          owners: owners.filter(owner => owner !== undefined),
          matches: matcherOf(pattern),
        },
      ];
}

function readOwner(word: string): string | undefined {
  const [, login, team] =
    /^@([a-z\d][\w-]*)(?:\/([\w.-]+))?$/i.exec(word) ?? [];
  if (team) {
    return `team:${team}`;
  }
  return login ?? (/^[^@\s]+@[^@\s]+$/.test(word) ? word : undefined);
}

function matcherOf(pattern: string): OwnerRule['matches'] {
  const rule = ignore({ ignorecase: false }).add(pattern);
  const isIn = (path: string) => Boolean(path) && rule.ignores(path);
  // `docs/*` means the files of a folder, where Git would ignore its folders too.
  return pattern.endsWith('/*')
    ? path => isIn(path) && !isIn(path.split('/').slice(0, -1).join('/'))
    : isIn;
}
