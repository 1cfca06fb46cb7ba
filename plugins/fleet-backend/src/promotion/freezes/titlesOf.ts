import type { FreezeFile } from '../../store/FleetPromotionStore';
import { parseFreezes } from './parseFreezes';

/** What the entries of a file of freezes are called, in its order. */
export function titlesOf({ text = '' }: Pick<FreezeFile, 'text'>): string[] {
  return parseFreezes(text).entries.map(({ title }) => title);
}
