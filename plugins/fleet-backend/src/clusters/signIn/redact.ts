/** What is shorter keeps no secret, and would be taken out of every other word. */
const shortestSecret = 4;

const secretNames = /(token|password|secret|key-data)$/i;

/** Takes what looks like a credential, and the secrets among the parameters of a sign-in, out of a text that is about to be shown. */
export function redact(text: string, parameters: unknown): string {
  let redacted = text;
  for (const secret of secretsIn(parameters)) {
    redacted = redacted.replaceAll(secret, '…');
  }
  return redacted
    .replace(/\beyJ[\w-]+\.[\w-]+(\.[\w-]+)?/g, '…')
    .replace(/\bk8s-aws-v1\.[\w-]+/g, '…')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 …')
    .slice(0, 1_000);
}

/** Values of parameters that are named as secrets are, and of the environment of a credential plugin, at any depth. */
function secretsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    const secret = secretNames.test(name) || name === 'value';
    return secret && value.length >= shortestSecret ? [value] : [];
  }
  return Object.entries(value ?? {}).flatMap(([key, child]) =>
    secretsIn(child, key),
  );
}
