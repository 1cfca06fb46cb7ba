/** A team in a list of choices: without what is the same of all. */
export function ownerWord(ref: string): string {
  return ref.replace(/^group:default\//, '');
}
