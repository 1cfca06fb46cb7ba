const demanded =
  /(?:must|should|has to) be (?<unset>unset or )?(?:set |equal )?to [`'"]?(?<value>[\w./:-]*\w)/i;

/**
 * What to do about a breach, in plain words: what the report says; else what to set the offending field to, where the policy's message
 * says it; else what the policy says of itself.
 */
export function remedyOf(breach: {
  remedy?: string;
  field?: string;
  message: string;
  /** Of the policy. */
  description?: string;
}): string {
  const { remedy, field, message, description } = breach;
  if (remedy) {
    return remedy;
  }
  const { value, unset } = demanded.exec(message)?.groups ?? {};
  if (field && value) {
    return `Set ${field} to ${value}${unset ? ', or leave it out' : ''}.`;
  }
  if (field) {
    return `Change ${field}: ${description ?? message}`;
  }
  return description ?? message;
}
