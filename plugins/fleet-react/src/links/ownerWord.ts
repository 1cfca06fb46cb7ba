/**
 * A team in a list of choices: without what is the same of all.
 *
 * @public
 */
export function ownerWord(ref: string): string {
  return ref.replace(/^group:default\//, '');
}
