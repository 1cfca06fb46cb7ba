const secretName =
  /passw(?:or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential/i;
/** Somebody's name and password in a URL, a private key, or what is hidden already. */
const secretText =
  /:\/\/[^\s/:@]*:[^\s/@]+@|-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----|^•{6}/;

/** Whether what has that name may be a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a text is a secret by what it says, whatever it is called. */
export function isSecretText(text: string): boolean {
  return secretText.test(text);
}
