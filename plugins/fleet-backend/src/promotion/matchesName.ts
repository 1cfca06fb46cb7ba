import { globToRegExp } from '../clusters/globToRegExp';

/** Whether a name fits a pattern, in which `*` is anything. */
export function matchesName(pattern: string, name: string): boolean {
  return globToRegExp(pattern).test(name);
}
