import { fieldsOf, nameOf, type Fields } from '../fields';

/** What issues a certificate, as `Kind/name`. */
export function issuerOf({ issuerRef }: Fields): string | undefined {
  const { kind, name } = fieldsOf(issuerRef);
  const issuer = nameOf(name);
  return issuer && `${nameOf(kind) ?? 'Issuer'}/${issuer}`;
}
