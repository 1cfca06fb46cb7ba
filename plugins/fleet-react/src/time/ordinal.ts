const plurals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };

/**
 * A place in an order: `3rd`.
 *
 * @public
 */
export function ordinal(count: number): string {
  return `${count}${endings[plurals.select(count)] ?? 'th'}`;
}
