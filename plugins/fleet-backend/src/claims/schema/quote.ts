const longest = 80;

/** A value as a message names it: short, and with what cannot be seen or is not plain spelt out, as it may only look right. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  const plain = text.replace(/[^\x20-\x7e]/gu, character => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase();
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
      ? `${character}(U+${code.padStart(4, '0')})`
      : `(U+${code.padStart(4, '0')})`;
  });
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
