const demanded =
  /(?:must|should|has to) be (?<unset>unset or )?(?:set |equal )?to [`'"]?(?<value>[\w./:-]*\w)/i;

const forbidden = /(?:must|should|has to) be (?:unset|left out|removed)\b/i;

/** What Kyverno writes around a rule's own message. */
const wrapping = /^validation error: | rule \S+ failed.*$/gs;

/**
 * What to do about a breach, in plain words: what the report says; else what to set the offending field to, where the policy's message
 * says it; else that message, or what the policy says of itself.
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
  if (field && forbidden.test(message)) {
    return `Remove ${field}.`;
  }
  if (field) {
    return `Change ${field}: ${message.replace(wrapping, '')}`;
  }
  return description ?? message;
}
