/** Entity references tell no case. */
export function isSamePerson(
  one: string | undefined,
  other: string | undefined,
): boolean {
  return one?.toLocaleLowerCase('en-US') === other?.toLocaleLowerCase('en-US');
}
