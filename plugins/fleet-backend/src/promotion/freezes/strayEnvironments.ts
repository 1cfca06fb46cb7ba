import type { FreezeFile } from '../../store/FleetPromotionStore';
import { matchesName } from '../matchesName';
import { parseFreezes } from './parseFreezes';

/** What a file of freezes says of environments that there are none of among these, in words: a misspelt one is read well, and freezes nothing. */
export function strayEnvironments(
  { path, text = '' }: Pick<FreezeFile, 'path' | 'text'>,
  environments: readonly string[],
): string[] {
  return parseFreezes(text).entries.flatMap(
    ({ title, line, environments: patterns }) =>
      patterns
        .filter(
          pattern => !environments.some(name => matchesName(pattern, name)),
        )
        .map(
          pattern =>
            `${path}, line ${line}: ${title} freezes nothing that you may see: no cluster and no stage that you see is in '${pattern}'. Write it as fleet.promotion.pipelines does`,
        ),
  );
}
