import { generate, type SubjectAltNameEntry } from 'selfsigned';

/** A self-signed certificate, which is its own authority. */
export interface Certificate {
  key: string;
  cert: string;
}

/** For the address that the fleet listens on. */
export function createCertificate(): Promise<Certificate> {
  return selfSign('demo-fleet', [
    { type: 2, value: 'localhost' },
    { type: 7, ip: '127.0.0.1' },
  ]);
}

/** Of another name and authority than anybody expects. */
export function createWrongCertificate(): Promise<Certificate> {
  return selfSign('another-cluster', [
    { type: 2, value: 'another-cluster.invalid' },
  ]);
}

async function selfSign(
  commonName: string,
  altNames: SubjectAltNameEntry[],
): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}
