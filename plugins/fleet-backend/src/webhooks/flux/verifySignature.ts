import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const form = /^sha256=([0-9a-f]{64})$/i;
/** Of clusters that have none, so that they take as long to refuse as those that have. */
const nobodys = randomBytes(32).toString('hex');

/** Whether one of the secrets has signed the body, as Flux's `generic-hmac` provider does: `X-Signature: sha256=<hex>`. */
export function verifySignature(
  body: Buffer,
  signature: string | undefined,
  secrets: readonly string[],
): boolean {
  const given = Buffer.from(form.exec(signature ?? '')?.[1] ?? '', 'hex');
  const tried = (secrets.length > 0 ? secrets : [nobodys]).map(secret => {
    const made = createHmac('sha256', secret).update(body).digest();
    return given.length === made.length && timingSafeEqual(given, made);
  });
  return secrets.length > 0 && tried.includes(true);
}
