/**
 * A table as CSV, as RFC 4180 has it.
 *
 * @public
 */
export function writeCsv(table: readonly (readonly string[])[]): string {
  return table.map(fields => `${fields.map(quote).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a field that begins like a formula for one; names come from outside. */
function quote(field: string): string {
  const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return `"${text.replaceAll('"', '""')}"`;
}
