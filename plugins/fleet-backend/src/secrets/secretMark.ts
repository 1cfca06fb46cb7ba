import { createHash } from 'node:crypto';
import { MASK } from './SecretValue';

const mark = new RegExp(`${MASK}#[0-9a-f]{3}`, 'g');

/**
 * What is kept in place of a secret to see that it changes. Of 4,096 changes one goes unseen: twelve bits are too few to confirm what
 * somebody guesses it to be.
 */
export function secretMark(secret: unknown, salt: string): string {
  const digest = createHash('sha256')
    .update(`${salt}\n${JSON.stringify(secret)}`)
    .digest('hex');
  return `${MASK}#${digest.slice(0, 3)}`;
}

/** A text in which marks are as people see them. */
export function withoutSecretMarks(text: string): string {
  return text.replace(mark, MASK);
}
